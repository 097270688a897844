package dev.greenroom.auth;

import static io.restassured.RestAssured.given;

import dev.greenroom.standins.leaks.Canary;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service's API, as its callers use it. */
public final class Api {
    private Api() {}

    public static RequestSpecification with(String bearer) {
        return given().auth().oauth2(bearer).contentType(ContentType.JSON);
    }

    public static ValidatableResponse link(String bearer, @Nullable String apiToken, @Nullable Boolean consent) {
        var body = new HashMap<String, Object>();
        if (apiToken != null) {
            body.put("apiToken", apiToken);
        }
        if (consent != null) {
            body.put("preprovisionConsent", consent);
        }
        return with(bearer).body(body).when().put("/v1/account").then();
    }

    public static ValidatableResponse account(String bearer) {
        return with(bearer).when().get("/v1/account").then();
    }

    public static ValidatableResponse unlink(String bearer) {
        return with(bearer).when().delete("/v1/account").then();
    }

    public static ValidatableResponse lending(String bearer) {
        return with(bearer).when().get("/v1/admin/lending").then();
    }

    public static ValidatableResponse lending(String bearer, boolean frozen, String reason) {
        return with(bearer)
                .body(Map.of("frozen", frozen, "reason", reason))
                .when()
                .put("/v1/admin/lending")
                .then();
    }

    public static ValidatableResponse revocation(String bearer) {
        return with(bearer).when().get("/v1/admin/revocation").then();
    }

    public static ValidatableResponse revokeEverything(String bearer, String reason) {
        return with(bearer)
                .body(Map.of("reason", reason))
                .when()
                .post("/v1/admin/revocation")
                .then();
    }

    public static ValidatableResponse borrow(String bearer, String userRef) {
        return borrow(bearer, "default", userRef);
    }

    public static ValidatableResponse borrow(String bearer, String deployment, String userRef) {
        return with(bearer)
                .body(Map.of("deployment", deployment, "userRef", userRef))
                .when()
                .post("/internal/loans")
                .then();
    }

    /** Says that Coder refused the token of a loan. */
    public static ValidatableResponse refusal(String bearer, Object loanId) {
        return with(bearer)
                .when()
                .post("/internal/loans/{loanId}/refusal", loanId)
                .then();
    }

    /** As the gateway borrows: in exchange for what a caller has brought. */
    public static ValidatableResponse exchange(String bearer, String token) {
        return with(bearer)
                .body(Map.of("token", token))
                .when()
                .post("/internal/loans/exchange")
                .then();
    }

    /** As the gateway borrows for a user who has come with a token of Backstage's. */
    public static ValidatableResponse onBehalf(String bearer, String actorToken) {
        return with(bearer)
                .body(Map.of("actorToken", actorToken))
                .when()
                .post("/on-behalf/loans")
                .then();
    }

    public static ValidatableResponse token(String client, String secret, String grantType, String audience) {
        return given().auth()
                .preemptive()
                .basic(client, secret)
                .contentType(ContentType.URLENC)
                .formParam("grant_type", grantType)
                .formParam("audience", audience)
                .when()
                .post("/oauth2/token")
                .then();
    }

    /** A token for calls of this service, as workspace-service gets it. */
    public static String serviceToken() {
        return serviceToken("workspace-service", AuthServiceProfile.SECRET);
    }

    public static String gatewayToken() {
        return serviceToken("gateway", AuthServiceProfile.GATEWAY_SECRET);
    }

    private static String serviceToken(String client, String secret) {
        String token = token(
                        client, URLEncoder.encode(secret, StandardCharsets.UTF_8), "client_credentials", "auth-service")
                .statusCode(200)
                .extract()
                .path("access_token");
        Canary.noteJwt("token of a service", token);
        return token;
    }
}
