package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.ApiKey;
import dev.greenroom.standins.coder.keys.ApiKeys;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** Login and logout by password (recorded: {@code 10-login-bad} to {@code 13-login}, {@code 18-logout-with-oauth-token}). */
public final class SessionRoutes {

    private static final String COOKIE = "coder_session_token";
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final long COOKIE_SECONDS = 31_536_000;

    private final Authentication authentication;
    private final ApiKeys keys;
    private final Users users;

    public SessionRoutes(Authentication authentication, ApiKeys keys, Users users) {
        this.authentication = authentication;
        this.keys = keys;
        this.users = users;
    }

    public void add(Endpoints endpoints) {
        endpoints.post("/api/v2/users/login", this::login);
        endpoints.post("/api/v2/users/logout", authentication.signedIn(this::logout));
        endpoints.get("/login", LoginPage::show);
        endpoints.post("/stand-in/login", this::loginByForm);
    }

    private void login(Exchange exchange) {
        Body body = exchange.body("LoginWithPasswordRequest");
        Refusal refusal = Refusal.invalid();
        for (String field : new String[] {"email", "password"}) {
            refusal = body.string(field).isEmpty() ? refusal.tag(field, "required", "") : refusal;
        }
        if (refusal.hasFields()) {
            throw refusal;
        }
        String token = begin(exchange, body.string("email"), body.string("password"));
        exchange.json(201, new JsonObject().put("session_token", token));
    }

    private void loginByForm(Exchange exchange) {
        String email = exchange.request().getFormAttribute("email");
        String password = exchange.request().getFormAttribute("password");
        try {
            begin(exchange, email == null ? "" : email, password == null ? "" : password);
            exchange.response().putHeader("Location", LoginPage.target(exchange));
        } catch (Refusal refusal) {
            exchange.response().putHeader("Location", LoginPage.retry(exchange));
        }
        exchange.empty(303);
    }

    private String begin(Exchange exchange, String email, String password) {
        User user = users.proven(email, password).orElseThrow(() -> Refusal.of(401, "Incorrect email or password."));
        String token =
                keys.issue(user.id(), ApiKey.Origin.PASSWORD, "", LIFETIME).token();
        exchange.response()
                .addCookie(Cookie.cookie(COOKIE, token)
                        .setPath("/")
                        .setMaxAge(COOKIE_SECONDS)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
        return token;
    }

    private void logout(Exchange exchange, Caller caller) {
        keys.remove(caller.key().id());
        exchange.response()
                .addCookie(Cookie.cookie(COOKIE, "").setPath("/").setMaxAge(0).setSameSite(CookieSameSite.LAX));
        exchange.message(200, "Logged out!");
    }
}
