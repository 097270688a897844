package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.Environment;
import dev.greenroom.standins.SteppingClock;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProvenTokensTest {
    private static final String TOKEN = "a.b.c";
    private static final Issuer BACKSTAGE = Issuer.ofUsers("http://backstage/api/auth", "http://backstage");
    private static final Issuer STAGING =
            Issuer.ofUsers(new Environment("staging"), new NamedBackstage("http://staging.backstage"));
    private static final Issuer SERVICES = Issuer.ofServices("http://auth-service");

    private final SteppingClock clock = new SteppingClock();
    private final ProvenTokens proven = new ProvenTokens(100, clock);

    @Test
    void remembersUntilTheTokenEnds() {
        // Given
        proven.remember(key(), keySet(), endingIn(60));

        // When
        clock.pass(Duration.ofSeconds(59));

        // Then
        assertThat(proven.find(key())).isPresent();
    }

    @Test
    void forgetsAtTheMomentThatTheTokenEnds() {
        // Given
        proven.remember(key(), keySet(), endingIn(60));

        // When
        clock.pass(Duration.ofSeconds(60));

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void doesNotRememberWhatHasEnded() {
        // When
        proven.remember(key(), keySet(), endingIn(0));

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void keepsTheTwoKindsOfCallersApart() {
        // When
        proven.remember(proven.keyOf(CallerKind.USER, TOKEN), keySet(), endingIn(60));

        // Then
        assertThat(proven.find(proven.keyOf(CallerKind.SERVICE, TOKEN))).isEmpty();
    }

    @Test
    void forgetsAllWhenTheKeysChange() {
        // Given
        proven.remember(key(), keySet(), endingIn(60));

        // When
        proven.forgetAll(BACKSTAGE);

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    static List<Issuer> others() {
        return List.of(STAGING, SERVICES);
    }

    @ParameterizedTest
    @MethodSource("others")
    void remembersWhatAnotherIssuersKeysHaveProven(Issuer other) {
        // Given
        proven.remember(key(), keySet(), endingIn(60));

        // When
        proven.forgetAll(other);

        // Then
        assertThat(proven.find(key())).isPresent();
    }

    @Test
    void doesNotRememberUnderTheNewKeysWhatWasProvenUnderTheOld() {
        // Given
        var before = keySet();

        // When
        proven.forgetAll(BACKSTAGE);
        proven.remember(key(), before, endingIn(60));

        // Then
        assertThat(proven.find(key())).isEmpty();
    }

    @Test
    void neverGrowsBeyondItsBound() {
        // When
        IntStream.range(0, 10_000)
                .forEach(n -> proven.remember(proven.keyOf(CallerKind.USER, "token" + n), keySet(), endingIn(60)));

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

    private ProvenTokens.KeySet keySet() {
        return proven.keySetOf(BACKSTAGE);
    }

    private SecurityIdentity endingIn(int seconds) {
        var claims = new JwtClaims();
        claims.setSubject("user:default/jane");
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + seconds));
        return CallerIdentity.of(BACKSTAGE, new OidcJwtCallerPrincipal(claims, null));
    }
}
