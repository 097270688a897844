package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.http.Exchange;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The page on which a person logs in; Coder's own is an application of its own and is not copied. */
final class LoginPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
              <head><meta charset="UTF-8" /><title>Sign in to Coder (stand-in)</title></head>
              <body>
                <h1>Sign in to Coder (stand-in)</h1>
                <p>%s</p>
                <form method="POST" action="/stand-in/login?redirect=%s">
                  <label>Email <input name="email" type="email" required /></label>
                  <label>Password <input name="password" type="password" required /></label>
                  <button type="submit">Sign in</button>
                </form>
              </body>
            </html>
            """;

    private LoginPage() {}

    static void show(Exchange exchange) {
        String query = exchange.query("redirect");
        String encoded = URLEncoder.encode(query == null ? "/" : query, StandardCharsets.UTF_8);
        exchange.text(200, "text/html; charset=utf-8", PAGE.formatted(escape(exchange.query("message")), encoded));
    }

    /** Where to go after a login that failed: back to the page, which says so. */
    static String retry(Exchange exchange) {
        return "/login?message=" + URLEncoder.encode("Incorrect email or password.", StandardCharsets.UTF_8)
                + "&redirect=" + URLEncoder.encode(target(exchange), StandardCharsets.UTF_8);
    }

    private static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&#34;");
    }

    /** Where to go after the login: a path of this server, never another one's. */
    static String target(Exchange exchange) {
        HttpServerRequest request = exchange.request();
        String redirect = request.getParam("redirect");
        return redirect != null && redirect.startsWith("/") && !redirect.startsWith("//") ? redirect : "/";
    }
}
