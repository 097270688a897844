package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.leaks.Canary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends a user's browser to Coder with (recorded: {@code 17-authorize-get-no-pkce} to
 * {@code 34-authorize-get-bad-redirect-uri}). PKCE by S256 is needed, a state is not, a scope is ignored.
 *
 * @param redirectUri as sent; null where the application's own is meant
 */
record AuthorizationRequest(
        App app,
        String challenge,
        @Nullable String redirectUri,
        @Nullable String state) {

    private static final Set<String> KNOWN = Set.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "state",
            "scope",
            "resource",
            "code_challenge",
            "code_challenge_method");

    static AuthorizationRequest of(Exchange exchange, Apps apps) {
        String clientId = exchange.query("client_id");
        App app = apps.client(clientId == null ? "" : clientId);
        if (!"code".equals(exchange.query("response_type"))) {
            throw Refusal.oauth2(400, "unsupported_response_type", "Only response_type=code is supported");
        }
        String redirectUri = exchange.query("redirect_uri");
        if (redirectUri != null && !redirectUri.equals(app.callbackUrl())) {
            throw invalid("redirect_uri", "Query param \"redirect_uri\" must exactly match " + app.callbackUrl());
        }
        exchange.request().params().names().stream()
                .filter(name -> !KNOWN.contains(name) && !name.equals("csrf_token"))
                .findFirst()
                .ifPresent(name -> {
                    throw invalid(name, "\"" + name + "\" is not a valid query param");
                });
        String state = exchange.query("state");
        Canary.note("state of a link", state == null ? "" : state);
        return new AuthorizationRequest(app, challenge(exchange), redirectUri, state);
    }

    private static String challenge(Exchange exchange) {
        String challenge = exchange.query("code_challenge");
        if (challenge == null || challenge.isEmpty()) {
            throw invalid("code_challenge", "Query param \"code_challenge\" is required and cannot be empty");
        }
        String method = exchange.query("code_challenge_method");
        if (method != null && !method.isEmpty() && !method.equals("S256")) {
            throw Refusal.oauth2(
                    400, "invalid_request", "code_challenge_method '" + method + "' is not supported; use 'S256'");
        }
        return challenge;
    }

    private static Refusal invalid(String field, String detail) {
        return Refusal.oauth2(400, "invalid_request", "Invalid query params: field: " + field + " detail: " + detail);
    }

    /** Where the browser goes with a code. */
    String granted(String code) {
        return answer("code=" + encode(code));
    }

    /** Where the browser goes when its user does not want to. */
    String denied() {
        return answer("error=access_denied&error_description="
                + encode("The resource owner or authorization server denied the request"));
    }

    private String answer(String parameters) {
        return app.callbackUrl()
                + (app.callbackUrl().contains("?") ? "&" : "?")
                + parameters
                + (state == null || state.isEmpty() ? "" : "&state=" + encode(state));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
