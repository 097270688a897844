package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.state.Secrets;
import dev.greenroom.standins.leaks.Canary;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/**
 * The token endpoint (RFC 6749 section 3.2) with Coder's ways: a refresh never looks at the client's secret, two
 * refreshes at once are not kept apart, and a code is good for any client (recorded: {@code 36-token-code-no-verifier}
 * to {@code 69-refresh-with-scope}, {@code concurrent-refresh}).
 */
final class TokenEndpoint {

    /** How long a refresh is between its look at the token and the exchange: two calls may meet there. */
    private static final long EXCHANGE_MILLIS = 3;

    private static final Set<String> KNOWN = Set.of(
            "grant_type",
            "client_id",
            "client_secret",
            "code",
            "code_verifier",
            "redirect_uri",
            "refresh_token",
            "resource",
            "scope");

    private final Vertx vertx;
    private final Experiment experiment;
    private final Apps apps;
    private final Codes codes;
    private final Grants grants;

    TokenEndpoint(Vertx vertx, Experiment experiment, Apps apps, Codes codes, Grants grants) {
        this.vertx = vertx;
        this.experiment = experiment;
        this.apps = apps;
        this.codes = codes;
        this.grants = grants;
    }

    void add(Endpoints endpoints) {
        endpoints.post("/oauth2/tokens", experiment.needed(this::answer));
    }

    private void answer(Exchange exchange) {
        Client client = Client.of(exchange, apps);
        MultiMap form = exchange.request().formAttributes();
        String grantType = form.get("grant_type");
        switch (grantType == null ? "" : grantType) {
            case "authorization_code" -> exchangeCode(exchange, client, form);
            case "refresh_token" -> refresh(exchange, form);
            case "" -> throw Refusal.oauth2(400, "unsupported_grant_type", "The grant type is missing or unsupported");
            default ->
                throw Refusal.oauth2(
                        400, "unsupported_grant_type", "The grant type \"" + grantType + "\" is not supported");
        }
    }

    private void exchangeCode(Exchange exchange, Client client, MultiMap form) {
        refuseOthers(form);
        String redirectUri = form.get("redirect_uri");
        if (redirectUri != null && !redirectUri.equals(client.app().callbackUrl())) {
            throw malformed();
        }
        if (client.secret() == null) {
            throw Refusal.oauth2(400, "invalid_request", "Missing required parameter: client_secret");
        }
        AppSecret secret = apps.proven(client.app(), client.secret());
        Code code = codes.find(Objects.requireNonNullElse(form.get("code"), ""))
                .filter(found -> Objects.equals(found.redirectUri(), redirectUri))
                .orElseThrow(() -> invalidGrant("The authorization code is invalid or expired"));
        String verifier = Objects.requireNonNullElse(form.get("code_verifier"), "");
        if (!code.challenge().equals(challengeOf(verifier))) {
            throw invalidGrant("The PKCE code verifier is invalid");
        }
        Canary.note("PKCE verifier", verifier);
        codes.use(code);
        answer(exchange, grants.issue(code.userId(), client.app().id(), secret.id()));
    }

    private static String challengeOf(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.sha256(verifier));
    }

    private void refresh(Exchange exchange, MultiMap form) {
        refuseOthers(form);
        String token = form.get("refresh_token");
        if (token == null) {
            throw malformed();
        }
        Grant grant =
                grants.ofRefreshToken(token).orElseThrow(() -> invalidGrant("The refresh token is invalid or expired"));
        vertx.setTimer(EXCHANGE_MILLIS, timer -> {
            if (grants.isAlive(grant)) {
                answer(exchange, grants.issue(grant.userId(), grant.appId(), grant.secretId()));
            } else {
                exchange.refuse(Refusal.of(
                        500,
                        "Failed to exchange token",
                        "execute transaction: delete oauth2 app token: fetch object: sql: no rows in result set"));
            }
        });
    }

    private static void answer(Exchange exchange, Grants.Pair pair) {
        exchange.response().putHeader("Cache-Control", "no-store");
        exchange.json(
                200,
                new JsonObject()
                        .put("access_token", pair.access().token())
                        .put("token_type", "Bearer")
                        .put("expires_in", pair.access().key().lifetimeSeconds() - 1)
                        .put("refresh_token", pair.refresh().text())
                        .put("expiry", pair.access().key().expiresAt().toString()));
    }

    private static void refuseOthers(MultiMap form) {
        if (!KNOWN.containsAll(form.names())) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.oauth2(
                400, "invalid_request", "The request is missing required parameters or is otherwise malformed");
    }

    private static Refusal invalidGrant(String description) {
        return Refusal.oauth2(400, "invalid_grant", description);
    }
}
