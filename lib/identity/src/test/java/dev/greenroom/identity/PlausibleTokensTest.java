package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anybody computes a signature: all tokens here have one that is wrong. */
class PlausibleTokensTest {
    private static final String BACKSTAGE = "http://backstage/api/auth";
    private static final String SERVICES = "http://auth-service";

    private static final String STAGING = "http://staging.backstage/api/auth";

    private final PlausibleTokens plausible = new PlausibleTokens(new Issuers(
            "http://backstage",
            BACKSTAGE,
            SERVICES,
            () -> Map.of("staging", new NamedBackstage("http://staging.backstage"))));
    private final Map<String, Object> header =
            new HashMap<>(Map.of("typ", "vnd.backstage.user", "alg", "ES256", "kid", "k1"));
    private final Map<String, Object> claims = new HashMap<>(Map.of("iss", BACKSTAGE, "exp", in(Duration.ofHours(1))));

    @ParameterizedTest
    @ValueSource(strings = {BACKSTAGE, STAGING})
    void letsPassWhatMayBeAUsersToken(String issuer) {
        claims.put("iss", issuer);

        assertThat(issuerOf(CallerKind.USER)).hasValue(issuer);
    }

    @Test
    void letsPassWhatMayBeAServicesToken() {
        header.put("typ", "at+jwt");
        claims.put("iss", SERVICES);

        assertThat(issuerOf(CallerKind.SERVICE)).hasValue(SERVICES);
    }

    @ParameterizedTest
    @CsvSource({"USER, " + SERVICES, "SERVICE, " + BACKSTAGE, "SERVICE, " + STAGING})
    void refusesAnIssuerOfOtherCallers(CallerKind kind, String issuer) {
        header.put("typ", kind.type());
        claims.put("iss", issuer);

        assertThat(issuerOf(kind)).isEmpty();
    }

    @Test
    void refusesAUsersTokenForAService() {
        assertThat(issuerOf(CallerKind.SERVICE)).isEmpty();
    }

    @Test
    void toleratesClocksThatDifferALittle() {
        claims.put("exp", in(Duration.ofSeconds(-20)));

        assertThat(issuerOf(CallerKind.USER)).isPresent();
    }

    @Test
    void refusesAnExpiredToken() {
        claims.put("exp", in(Duration.ofSeconds(-31)));

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"typ, vnd.backstage.limited-user", "typ, vnd.backstage.plugin", "alg, none", "alg, HS256", "alg, RS256"
    })
    void refusesAHeaderThatIsNotBackstages(String name, String value) {
        header.put(name, value);

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"typ", "alg", "kid"})
    void refusesAHeaderThatLacks(String name) {
        header.remove(name);

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp"})
    void refusesClaimsThatLack(String name) {
        claims.remove(name);

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    @Test
    void refusesAnotherIssuer() {
        claims.put("iss", "http://evil.example/api/auth");

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b.c",
                "e30.e30.",
                "e30.e30.c",
                "W10.e30.c",
                "bnVsbA.bnVsbA.c",
                "e30.e30.c.d.e",
                "opaque"
            })
    void refusesWhatIsNoSignedToken(String text) {
        assertThat(plausible.issuerOf(CallerKind.USER, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iss"})
    void refusesClaimsOfTheWrongType(String name) {
        claims.put(name, Map.of("a", 1));

        assertThat(issuerOf(CallerKind.USER)).isEmpty();
    }

    private Optional<String> issuerOf(CallerKind kind) {
        return plausible.issuerOf(kind, token()).map(Issuer::name);
    }

    private String token() {
        return encode(header) + "." + encode(claims) + ".c2lnbmF0dXJl";
    }

    private static long in(Duration time) {
        return Instant.now().plus(time).getEpochSecond();
    }

    private static String encode(Map<String, Object> json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonUtil.toJson(json).getBytes(StandardCharsets.UTF_8));
    }
}
