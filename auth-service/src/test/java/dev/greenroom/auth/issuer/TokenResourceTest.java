package dev.greenroom.auth.issuer;

import static dev.greenroom.auth.Api.token;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.standins.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class TokenResourceTest {
    private static final String SECRET = AuthServiceProfile.GATEWAY_SECRET;
    private static final String CATALOG_SYNC_SECRET = AuthServiceProfile.CATALOG_SYNC_SECRET;
    private static final String GRANT = "client_credentials";

    @ConfigProperty(name = "greenroom.auth-service.url")
    String issuer;

    @Test
    void givesAServiceATokenForAnother() throws Exception {
        // When
        var answer = token("gateway", SECRET, GRANT, "workspace-service")
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .extract();

        // Then
        var proven = proven(answer.path("access_token"), "workspace-service");
        var claims = proven.getJwtClaims();
        assertThat(proven.getJoseObjects().getFirst().getHeader("typ")).isEqualTo("at+jwt");
        assertThat(proven.getJoseObjects().getFirst().getAlgorithmHeaderValue()).isEqualTo("ES256");
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getSubject()).isEqualTo("gateway");
        assertThat(claims.getAudience()).containsExactly("workspace-service");
        assertThat(claims.getClaimValue("client_id")).isEqualTo("gateway");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(300);
    }

    @Test
    void readsASecretInTheFormThatTheStandardGivesIt() {
        var encoded = URLEncoder.encode(AuthServiceProfile.SECRET, StandardCharsets.UTF_8);

        token("workspace-service", encoded, GRANT, "auth-service").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "gateway,wrong",
        "gateway,''",
        "gateway,the-gateway's-own-secre",
        "gateway,the-gateway's-own-secret1",
        "workspace-service,the-gateway's-own-secret",
        "nobody,''",
        "nobody,the-gateway's-own-secret",
        "disabled,' '",
        "disabled,''",
        "'',''"
    })
    void refusesAClientThatDoesNotProveItself(String client, String secret) {
        token(client, secret, GRANT, "workspace-service")
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("code", equalTo("unauthenticated"))
                .body("error", equalTo("invalid_client"));
    }

    @Test
    void tellsTheOperatorOfAServiceWithAWrongSecretAndNotTheSecret() {
        try (var log = LogCapture.atConfiguredLevels()) {
            token("catalog-sync-service", "a-mistyped-secret", GRANT, "workspace-service")
                    .statusCode(401);
            token("catalog-sync-service", CATALOG_SYNC_SECRET, GRANT, "workspace-service")
                    .statusCode(200);

            assertThat(log.linesOf(TellOfUnprovenClients.class.getName()))
                    .singleElement()
                    .asString()
                    .contains("catalog-sync-service");
            assertThat(log.shows("a-mistyped-secret")).isFalse();
            assertThat(log.shows(CATALOG_SYNC_SECRET)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!", "Basic Z2F0ZXdheQ==", "Bearer x", "Basic JTpY"})
    void refusesAHeaderThatIsNoClients(String authorization) {
        given().header("Authorization", authorization)
                .contentType(ContentType.URLENC)
                .formParam("grant_type", GRANT)
                .formParam("audience", "workspace-service")
                .when()
                .post("/oauth2/token")
                .then()
                .statusCode(401);
    }

    @Test
    void wantsAClient() {
        given().contentType(ContentType.URLENC)
                .formParam("grant_type", GRANT)
                .when()
                .post("/oauth2/token")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "client_credentials,backstage,invalid_target",
        "client_credentials,'',invalid_target",
        "client_credentials,'gateway workspace-service',invalid_target",
        "password,workspace-service,unsupported_grant_type",
        "'',workspace-service,unsupported_grant_type"
    })
    void grantsNothingElse(String grantType, String audience, String error) {
        token("gateway", SECRET, grantType, audience)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("error", equalTo(error));
    }

    @Test
    void takesAFormOnly() {
        given().auth()
                .preemptive()
                .basic("gateway", SECRET)
                .contentType(ContentType.JSON)
                .body("{}")
                .when()
                .post("/oauth2/token")
                .then()
                .statusCode(415);
    }

    private JwtContext proven(String token, String audience) throws InvalidJwtException, JoseException {
        var keys = new JsonWebKeySet(when().get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedAudience(audience)
                .setExpectedIssuer(issuer)
                .setRequireExpirationTime()
                .build()
                .process(token);
    }
}
