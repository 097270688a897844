package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Csrf;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** The user's consent: a page, and what its button does (recorded: {@code 12-authorize-get-not-logged-in} to {@code 35-authorize-post-bad-session}). */
final class AuthorizeRoutes {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String SIGNED_OUT =
            "You are signed out or your session has expired. Please sign in again to continue.";

    private final Experiment experiment;
    private final Authentication authentication;
    private final Apps apps;
    private final Codes codes;

    AuthorizeRoutes(Experiment experiment, Authentication authentication, Apps apps, Codes codes) {
        this.experiment = experiment;
        this.authentication = authentication;
        this.apps = apps;
        this.codes = codes;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/oauth2/authorize", experiment.needed(exchange -> signedIn(exchange, this::ask)));
        endpoints.post("/oauth2/authorize", experiment.needed(exchange -> signedIn(exchange, this::allow)));
    }

    private void signedIn(Exchange exchange, BiConsumer<Exchange, Caller> deed) {
        authentication
                .tryCaller(exchange)
                .ifPresentOrElse(caller -> deed.accept(exchange, caller), () -> sendToLogin(exchange));
    }

    private static void sendToLogin(Exchange exchange) {
        String login = "/login?message=" + encode(SIGNED_OUT) + "&redirect="
                + encode(exchange.request().uri());
        exchange.response().putHeader("Location", login);
        if (exchange.request().method().name().equals("GET")) {
            exchange.text(303, HTML, "<a href=\"" + login.replace("&", "&amp;") + "\">See Other</a>.\n");
        } else {
            exchange.empty(303);
        }
    }

    private void ask(Exchange exchange, Caller caller) {
        try {
            AuthorizationRequest request = AuthorizationRequest.of(exchange, apps);
            exchange.response().putHeader("Content-Security-Policy", "frame-ancestors 'none'");
            exchange.response().putHeader("X-Frame-Options", "DENY");
            String page = ConsentPage.ask(
                    request.app().name(), caller.user().username(), Csrf.tokenFor(exchange), request.denied());
            exchange.text(200, HTML, page);
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            exchange.text(400, HTML, ConsentPage.invalid(refusal.body().getString("error_description")));
        }
    }

    private void allow(Exchange exchange, Caller caller) {
        AuthorizationRequest request = AuthorizationRequest.of(exchange, apps);
        String code = codes.issue(request.app().id(), caller.user().id(), request.challenge(), request.redirectUri());
        exchange.response().putHeader("Location", request.granted(code));
        exchange.empty(302);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
