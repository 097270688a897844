package dev.greenroom.catalogsync.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.EntityRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No hint is lost, whenever it comes, and none is kept twice. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class HintStoreTest {
    private static final int PLENTY = HintStore.MOST * 2;
    private static final EntityRef PAY = EntityRef.parse("component:default/pay");
    private static final EntityRef SHOP = EntityRef.parse("component:default/shop");
    private static final EntityRef BLOG = EntityRef.parse("component:default/blog");

    @Inject
    HintStore hints;

    @Inject
    TestDatabase database;

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void givesThemInTheOrderInWhichTheyCameAndAFewAtATime() {
        hints.add(List.of(SHOP));
        hints.addAll();
        hints.add(List.of(BLOG));

        assertThat(names(hints.next(PLENTY))).containsExactly(SHOP.toString(), "*", BLOG.toString());
        assertThat(names(hints.next(2))).containsExactly(SHOP.toString(), "*");
    }

    @Test
    void keepsOneThatWaitsOnceAndInItsPlace() {
        hints.add(List.of(SHOP, SHOP));
        hints.add(List.of(BLOG));
        hints.addAll();
        hints.addAll();
        hints.add(List.of(SHOP));

        assertThat(names(hints.next(PLENTY))).containsExactly(SHOP.toString(), BLOG.toString(), "*");
    }

    @Test
    void forgetsWhatIsDoneAndNothingElse() {
        hints.add(List.of(BLOG, PAY, SHOP));
        hints.addAll();
        var some = hints.next(2);

        hints.done(some);
        hints.done(List.of());

        assertThat(names(hints.next(PLENTY))).containsExactly(SHOP.toString(), "*");
        hints.done(hints.next(PLENTY));
        assertThat(hints.next(PLENTY)).isEmpty();
    }

    @Test
    void keepsOneThatCameAgainWhileItWasLookedAt() {
        hints.add(List.of(PAY, SHOP));
        hints.addAll();
        var lookedAt = hints.next(PLENTY);
        hints.add(List.of(PAY));
        hints.addAll();

        hints.done(lookedAt);

        assertThat(names(hints.next(PLENTY))).containsExactly(PAY.toString(), "*");
        hints.done(hints.next(PLENTY));
        assertThat(hints.next(PLENTY)).isEmpty();
    }

    @Test
    void takesOneThatComesAgainAfterItWasDone() {
        hints.add(List.of(PAY));
        hints.done(hints.next(PLENTY));

        hints.add(List.of(PAY));

        assertThat(names(hints.next(PLENTY))).containsExactly(PAY.toString());
    }

    @Test
    void keepsOneThatCameAgainInATransactionThatWasNotThroughWhenItWasDone() throws Exception {
        hints.add(List.of(PAY));
        var lookedAt = hints.next(PLENTY);

        var done = QuarkusTransaction.requiringNew().call(() -> {
            database.execute("update catalog_hint set times = times + 1");
            return whileItWaits(() -> hints.done(lookedAt));
        });
        done.get(20, TimeUnit.SECONDS);

        assertThat(names(hints.next(PLENTY))).containsExactly(PAY.toString());
    }

    @Test
    void takesOneThatComesWhileItsPredecessorIsBeingForgotten() throws Exception {
        hints.add(List.of(PAY));
        var lookedAt = hints.next(PLENTY);

        var added = QuarkusTransaction.requiringNew().call(() -> {
            hints.done(lookedAt);
            return whileItWaits(() -> hints.add(List.of(PAY)));
        });
        added.get(20, TimeUnit.SECONDS);

        assertThat(names(hints.next(PLENTY))).containsExactly(PAY.toString());
    }

    @Test
    void becomeOneOfTheWholeCatalogWhereTooManyWait() {
        hints.add(refs("a", HintStore.MOST - 1));
        hints.add(List.of(PAY));
        assertThat(hints.next(PLENTY)).hasSize(HintStore.MOST);

        hints.add(List.of(SHOP));

        assertThat(names(hints.next(PLENTY))).containsExactly("*");
        hints.add(List.of(BLOG));
        assertThat(names(hints.next(PLENTY))).containsExactly("*", BLOG.toString());
    }

    @Test
    void stayFewHoweverManyAreSent() {
        for (int i = 0; i < 200; i++) {
            hints.add(refs("b" + i, 500));
        }

        assertThat(hints.next(1_000_000)).hasSizeBetween(1, HintStore.MOST + 1);
        assertThat(names(hints.next(PLENTY))).contains("*");
    }

    @Test
    void comeFromManySidesAtOnceWhileTheyAreWorkedOff() throws Exception {
        var refs = refs("c", 200);
        var senders = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> {
                    for (int time = 0; time < 30; time++) {
                        var shuffled = new ArrayList<>(refs);
                        Collections.shuffle(shuffled);
                        hints.add(shuffled);
                    }
                }))
                .toList();
        var all = CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new));

        while (!all.isDone()) {
            hints.done(hints.next(100));
        }

        all.get(60, TimeUnit.SECONDS);
        hints.done(hints.next(PLENTY));
        assertThat(hints.next(PLENTY)).isEmpty();
    }

    /** Begins something that has to wait for a lock of the transaction that this is called in. */
    private CompletableFuture<Void> whileItWaits(Runnable deed) {
        var begun = CompletableFuture.runAsync(deed);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try {
                begun.get(5, TimeUnit.MILLISECONDS);
                throw new AssertionError("did not wait for the other transaction");
            } catch (TimeoutException stillThere) {
                return database.isSomebodyWaitingForALock();
            } catch (ExecutionException failed) {
                throw new AssertionError(failed);
            }
        });
        return begun;
    }

    private static List<EntityRef> refs(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EntityRef.parse("component:default/" + prefix + "-" + i))
                .toList();
    }

    private static Stream<String> names(List<Hint> hints) {
        return hints.stream().map(hint -> switch (hint) {
            case Hint.OfEntity entity -> entity.ref().toString();
            case Hint.OfWholeCatalog _ -> "*";
        });
    }
}
