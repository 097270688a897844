package dev.greenroom.catalogsync.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.catalogsync.TestDatabase;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept follows what is said. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class ProblemStoreTest {
    private static final Instant FIRST = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final UserRef JANE = new UserRef("default", "jane");
    private static final UserRef JOHN = new UserRef("default", "john");
    private static final Reason REASON = new Reason("INVALID_VALUE", "spec.coder", "spec.coder must be a mapping.");

    @Inject
    ProblemStore problems;

    @Inject
    TestDatabase database;

    @BeforeEach
    void forget() {
        database.forget();
    }

    @Test
    void keepsWhatIsInvalidWithEachReasonInOrder() {
        var reasons = List.of(REASON, new Reason("X", "a.b", "ünï ‘“ \\ \u0000 \n"), REASON);

        problems.keep(List.of(invalid("pay", FIRST, List.of(JANE), reasons)));

        assertThat(problems.all(null, 10)).containsExactly(new EntityProblem(ref("pay"), FIRST, reasons));
    }

    @Test
    void keepsSinceWhenItWasInvalidAndTheReasonsAndOwnersOfNow() {
        var other = List.of(new Reason("UNKNOWN_KEY", "spec.coder.x", "spec.coder.x is unknown."));
        problems.keep(List.of(invalid("pay", FIRST, List.of(JANE), List.of(REASON))));

        problems.keep(List.of(invalid("pay", FIRST.plus(Duration.ofDays(1)), List.of(JOHN), other)));

        assertThat(problems.ownedBy(JOHN, null, 10)).containsExactly(new EntityProblem(ref("pay"), FIRST, other));
        assertThat(problems.ownedBy(JANE, null, 10)).isEmpty();
    }

    @Test
    void forgetsWhatIsSoundOrGoneAndNothingElse() {
        problems.keep(List.of(invalid("mended"), invalid("gone"), invalid("broken")));

        problems.keep(List.of(
                new CoderConfigEvent.Published(
                        "default", ref("mended"), "u", 2, FIRST, true, sound(), List.of(), List.of()),
                new CoderConfigEvent.Withdrawn("default", ref("gone"), "u", 2, FIRST),
                new CoderConfigEvent.Withdrawn("default", ref("never-there"), "u", 2, FIRST),
                invalid("new")));

        assertThat(problems.all(null, 10))
                .extracting(EntityProblem::entityRef)
                .containsExactly(ref("broken"), ref("new"));
    }

    @Test
    void countsAnewFromWhenItIsInvalidAgain() {
        problems.keep(List.of(invalid("pay")));
        problems.keep(List.of(new CoderConfigEvent.Withdrawn("default", ref("pay"), "u", 2, FIRST)));

        problems.keep(List.of(invalid("pay", FIRST.plusSeconds(60), List.of(JANE), List.of(REASON))));

        assertThat(problems.all(null, 10)).extracting(EntityProblem::since).containsExactly(FIRST.plusSeconds(60));
    }

    @Test
    void isUndoneWithTheTransactionThatItIsCalledIn() {
        QuarkusTransaction.begin();
        problems.keep(List.of(invalid("pay")));
        QuarkusTransaction.rollback();

        assertThat(problems.all(null, 10)).isEmpty();
    }

    @Test
    void keepsNothingOfNothing() {
        problems.keep(List.of());

        assertThat(problems.all(null, 10)).isEmpty();
    }

    @Test
    void comesBackWholeInPages() {
        var all = IntStream.range(0, 25).mapToObj(i -> "e-" + i).toList();
        problems.keep(all.stream().map(ProblemStoreTest::invalid).toList());

        var first = problems.all(null, 10);
        var second = problems.all(first.getLast().entityRef(), 10);
        var third = problems.ownedBy(JANE, second.getLast().entityRef(), 10);

        assertThat(List.of(first, second, third)).extracting(List::size).containsExactly(10, 10, 5);
        assertThat(List.of(first, second, third).stream().flatMap(List::stream).map(EntityProblem::entityRef))
                .containsExactlyElementsOf(
                        all.stream().map(ProblemStoreTest::ref).sorted().toList());
    }

    @Test
    void showsNothingOfAnotherDeployment() {
        problems.keep(List.of(invalid("pay")));
        database.execute("update catalog_problem set deployment = 'another'");

        assertThat(problems.all(null, 10)).isEmpty();
        assertThat(problems.ownedBy(JANE, null, 10)).isEmpty();
    }

    private static CoderConfigEvent invalid(String name) {
        return invalid(name, FIRST, List.of(JANE), List.of(REASON));
    }

    private static CoderConfigEvent invalid(String name, Instant at, List<UserRef> owners, List<Reason> reasons) {
        return new CoderConfigEvent.Invalid("default", ref(name), "u", 1, at, owners, reasons);
    }

    private static CoderConfig sound() {
        return new CoderConfig(
                null, "devcontainers", CoderConfig.Mode.MANUAL, Map.of(), null, null, null, List.of(JANE), null);
    }

    private static EntityRef ref(String name) {
        return EntityRef.parse("component:default/" + name);
    }
}
