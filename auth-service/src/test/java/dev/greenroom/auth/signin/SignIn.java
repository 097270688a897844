package dev.greenroom.auth.signin;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.oauth2.Browser;
import dev.greenroom.standins.leaks.Canary;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A back end of Backstage with the Coder module, as far as its sign-in goes. */
record SignIn(String client, String secret, String callback) {
    /** Longer and stranger than Backstage's. */
    static final String STATE = "6e6f6e63653d & \"+ü%20/?#=";

    static final SignIn BACKSTAGE =
            new SignIn("backstage", AuthServiceProfile.SIGN_IN_SECRET, AuthServiceProfile.SIGN_IN_CALLBACK);
    static final SignIn STAGING =
            new SignIn("staging", AuthServiceProfile.OTHER_SIGN_IN_SECRET, AuthServiceProfile.OTHER_SIGN_IN_CALLBACK);

    /** What a session's client holds. */
    record Tokens(String access, String refresh) {}

    /** All of it. */
    Tokens of(TestPerson person) {
        return tokens(redeem(codeOf(consentOf(person))));
    }

    /** @return where the browser is sent for Coder's consent */
    URI begin() {
        return URI.create(begin(Map.of()).then().statusCode(302).extract().header("Location"));
    }

    Response begin(Map<String, String> others) {
        var asked = new HashMap<>(
                Map.of("response_type", "code", "client_id", client, "redirect_uri", callback, "state", STATE));
        asked.putAll(others);
        return given().redirects().follow(false).queryParams(asked).get("/coder/oauth2/authorize");
    }

    /** @return where the browser is sent after Coder's consent */
    URI consentOf(TestPerson person) {
        return goOn(Browser.follow(new Browser(person).consent(begin())));
    }

    URI goOn(Response callbackPage) {
        return URI.create(callbackPage
                .then()
                .statusCode(302)
                .header("Location", startsWith(callback))
                .extract()
                .header("Location"));
    }

    static String codeOf(URI answer) {
        var code = Browser.query(answer).get("code");
        Canary.note("code of a sign-in", code);
        return code;
    }

    ValidatableResponse redeem(String code) {
        return redeem(code, Map.of());
    }

    ValidatableResponse redeem(String code, Map<String, String> others) {
        var asked = new HashMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", callback));
        asked.putAll(others);
        return form().formParams(asked).post("/coder/oauth2/tokens").then();
    }

    ValidatableResponse refresh(String refreshToken) {
        return form().formParam("grant_type", "refresh_token")
                .formParam("refresh_token", refreshToken)
                .post("/coder/oauth2/tokens")
                .then();
    }

    ValidatableResponse revoke(String token) {
        return form().formParam("token", token).post("/coder/oauth2/revoke").then();
    }

    private RequestSpecification form() {
        return given().contentType(ContentType.URLENC)
                .formParam("client_id", client)
                .formParam("client_secret", secret);
    }

    static Tokens tokens(ValidatableResponse answer) {
        var body = answer.statusCode(200).extract();
        var tokens = new Tokens(body.path("access_token"), body.path("refresh_token"));
        Canary.note("access token of a session", tokens.access().substring("greenroom_access_".length()));
        Canary.note("refresh token of a session", tokens.refresh().substring("greenroom_refresh_".length()));
        return tokens;
    }
}
