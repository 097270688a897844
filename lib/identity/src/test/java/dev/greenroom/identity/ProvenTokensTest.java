package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.SteppingClock;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class ProvenTokensTest {
    private static final String TOKEN = "a.b.c";

    private final SteppingClock clock = new SteppingClock();
    private final ProvenTokens proven = new ProvenTokens(100, clock);

    @Test
    void remembersUntilTheTokenEnds() {
        // Given
        proven.remember(key(), endingIn(60));

        // When
        clock.pass(Duration.ofSeconds(59));

        // Then
        assertThat(proven.find(key())).isPresent();
    }

    @Test
    void forgetsAtTheMomentThatTheTokenEnds() {
        // Given
        proven.remember(key(), endingIn(60));

        // When
        clock.pass(Duration.ofSeconds(60));

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void doesNotRememberWhatHasEnded() {
        // When
        proven.remember(key(), endingIn(0));

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void keepsTheTwoKindsOfCallersApart() {
        // When
        proven.remember(proven.keyOf(CallerKind.USER, TOKEN), endingIn(60));

        // Then
        assertThat(proven.find(proven.keyOf(CallerKind.SERVICE, TOKEN))).isEmpty();
    }

    @Test
    void forgetsAllWhenTheKeysChange() {
        // Given
        var before = key();
        proven.remember(before, endingIn(60));

        // When
        proven.forgetAll(CallerKind.USER);

        // Then
        assertThat(proven.find(key())).isEmpty();
        assertThat(proven.find(before)).isEmpty();
    }

    @Test
    void remembersWhatTheOtherIssuersKeysHaveProven() {
        // Given
        proven.remember(key(), endingIn(60));

        // When
        proven.forgetAll(CallerKind.SERVICE);

        // Then
        assertThat(proven.find(key())).isPresent();
    }

    @Test
    void doesNotRememberUnderTheNewKeysWhatWasProvenUnderTheOld() {
        // Given
        var before = key();

        // When
        proven.forgetAll(CallerKind.USER);
        proven.remember(before, endingIn(60));

        // Then
        assertThat(proven.find(before)).isEmpty();
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void neverGrowsBeyondItsBound() {
        // When
        IntStream.range(0, 10_000)
                .forEach(n -> proven.remember(proven.keyOf(CallerKind.USER, "token" + n), endingIn(60)));

        // Then
        assertThat(IntStream.range(0, 10_000)
                        .filter(n -> proven.find(proven.keyOf(CallerKind.USER, "token" + n))
                                .isPresent())
                        .count())
                .isLessThanOrEqualTo(100);
    }

    @Test
    void keepsNoTokenInItsKeys() {
        assertThat(key().toString()).doesNotContain(TOKEN);
    }

    private ProvenTokens.Key key() {
        return proven.keyOf(CallerKind.USER, TOKEN);
    }

    private SecurityIdentity endingIn(int seconds) {
        var claims = new JwtClaims();
        claims.setSubject("user:default/jane");
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + seconds));
        return CallerIdentity.of(CallerKind.USER, new OidcJwtCallerPrincipal(claims, null));
    }
}
