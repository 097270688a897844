package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users' tokens look like, and which are refused. */
interface TokenContract extends BackstageUnderTest {
    @Test
    default void saysWhyATokenIsRefused() {
        var token = tokenOf(JANE);

        assertThat(http().get("", TICKETING).error()).isEqualTo("AuthenticationError: Missing credentials");
        assertThat(http().get("nonsense", TICKETING).error()).isEqualTo("AuthenticationError: Illegal token");
        assertThat(http().get(tampered(token), TICKETING).error())
                .isEqualTo("AuthenticationError: Failed user token verification");
        assertThat(http().get(limited(token), TICKETING).error())
                .isEqualTo("AuthenticationError: Illegal limited user token");
        assertThat(http().get(token, TICKETING).status()).isEqualTo(200);
    }

    @Test
    default void tellsAUsersGroupsToTheHolderOfTheirTokenEvenOfALimitedOne() {
        var userinfo = "/api/auth/v1/userinfo";
        var token = tokenOf(JANE);
        var jane = BackstageUnderTest.json("""
                {"claims": {"sub": "user:default/jane", "ent": ["user:default/jane", "group:default/box-office"]}}""");

        assertThat(http().get(token, userinfo).body()).isEqualTo(jane);
        assertThat(http().get(limited(token), userinfo).body()).isEqualTo(jane);
        assertThat(http().get("", userinfo).error()).isEqualTo("AuthenticationError: No token provided");
        assertThat(get(userinfo).error())
                .isEqualTo("NotAllowedError: This token's access is restricted to plugin(s) 'catalog'");
    }

    @Test
    default void signsUsersTokensByAPublishedKeyForAnHour() {
        var parts = tokenOf(JANE).split("\\.");

        var header = decoded(parts[0]);
        var claims = decoded(parts[1]);

        assertThat(header.path("typ").asText()).isEqualTo("vnd.backstage.user");
        assertThat(header.path("alg").asText()).isEqualTo("ES256");
        assertThat(http().get("", "/api/auth/.well-known/jwks.json").body().findValuesAsText("kid"))
                .contains(header.path("kid").asText());
        assertThat(claims.properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("iss", "sub", "aud", "iat", "exp", "uip");
        assertThat(claims.path("iss").asText()).isEqualTo(http().url() + "/api/auth");
        assertThat(claims.path("aud").asText()).isEqualTo("backstage");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    }

    private static String tampered(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }

    /** The cookie's token, which anybody can make of a user's token by its identity proof. */
    private static String limited(String token) {
        var parts = token.split("\\.");
        var header = decoded(parts[0]);
        var claims = decoded(parts[1]);
        var limitedHeader =
                "{\"typ\":\"vnd.backstage.limited-user\",\"alg\":\"ES256\",\"kid\":%s}".formatted(header.get("kid"));
        var limitedClaims =
                "{\"sub\":%s,\"iat\":%s,\"exp\":%s}".formatted(claims.get("sub"), claims.get("iat"), claims.get("exp"));
        return encoded(limitedHeader) + "." + encoded(limitedClaims) + "."
                + claims.path("uip").asText();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode decoded(String part) {
        return BackstageUnderTest.json(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
