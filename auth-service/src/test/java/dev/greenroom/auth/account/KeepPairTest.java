package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.serviceToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.TokenPair;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs of one Coder user that are issued in one order, and written in another. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class KeepPairTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    KeepPair keepPair;

    @Inject
    Grants grants;

    @Inject
    OAuth2Client client;

    @Inject
    Clock clock;

    private TestPerson jane;

    @BeforeEach
    void somebodyLinkedThroughCodersConsent() {
        jane = TestPerson.another(backstage, coder);
        Linking.link(jane);
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
    }

    @Test
    void keepsTheLaterPairWhereItIsWrittenBetweenTheLookAndTheWritingOfTheEarlier() {
        var first = Linking.consent(jane, client);
        var writings = new AtomicInteger();

        var outcome = keepPair.keep(first, (user, seen) -> {
            if (writings.incrementAndGet() == 1) {
                keep(Linking.consent(jane, client));
            }
            return write(first, user, seen);
        });

        assertThat(outcome).isInstanceOf(KeepOutcome.Superseded.class);
        assertThat(writings).as("Coder was asked before another").hasValue(1);
        assertLends();
    }

    /** Coder has said that the first lives; its next answer is late, and the second is issued and written meanwhile. */
    @Test
    void keepsTheLaterPairWhereItIsWrittenBeforeTheLook() {
        var first = Linking.consent(jane, client);
        coder.ledger().clear();
        coder.faults().on("GET", "/api/v2/users/me").times(1).delayAfterEffect(Duration.ofMillis(450));

        var keeping = CompletableFuture.supplyAsync(() -> keep(first));
        await().until(() -> !coder.ledger().calls("GET", "/api/v2/users/me").isEmpty());
        await().until(() -> coder.faults().rules().isEmpty());
        keep(Linking.consent(jane, client));

        keeping.join();
        assertLends();
    }

    @Test
    void keepsAPairInPlaceOfOneThatWasRefreshedMeanwhile() {
        var writings = new AtomicInteger();
        var last = Linking.consent(jane, client);

        var outcome = keepPair.keep(last, (user, seen) -> {
            var other = seen == null ? null : new Tokens(seen.grant(), seen.generation() + 1);
            return write(last, user, writings.incrementAndGet() == 1 ? other : seen);
        });

        assertThat(outcome).isInstanceOf(KeepOutcome.Kept.class);
        assertThat(writings).hasValue(2);
        assertLends();
    }

    @Test
    void givesUpAndRevokesWhereTheGrantChangesAgainAndAgain() {
        var pair = Linking.consent(jane, client);

        var outcome = keepPair.keep(pair, (user, seen) -> Optional.empty());

        assertThat(outcome).isInstanceOf(KeepOutcome.Unavailable.class);
        assertThat(Linking.lives(pair.accessToken().value(), coder)).isFalse();
    }

    @Test
    void revokesWhatCouldNotBeWritten() {
        var pair = Linking.consent(jane, client);

        assertThatThrownBy(() -> keepPair.keep(pair, (user, seen) -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(Linking.lives(pair.accessToken().value(), coder)).isFalse();
    }

    private KeepOutcome<UUID> keep(TokenPair pair) {
        return keepPair.keep(pair, (user, seen) -> write(pair, user, seen));
    }

    private Optional<UUID> write(TokenPair pair, CoderUser user, @Nullable Tokens seen) {
        return grants.keep(user, pair, seen, clock.instant().plusSeconds(60));
    }

    private void assertLends() {
        var lent =
                borrow(serviceToken(), jane.userRef()).statusCode(200).extract().<String>path("accessToken");
        assertThat(Linking.lives(lent, coder)).isTrue();
    }
}
