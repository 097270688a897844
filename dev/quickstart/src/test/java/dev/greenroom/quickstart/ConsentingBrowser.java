package dev.greenroom.quickstart;

import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A browser of a person who signs in at the stand-in Coder and presses Allow: it keeps cookies and follows redirects. */
final class ConsentingBrowser {
    private static final Pattern LOGIN = Pattern.compile("action=\"(/stand-in/login[^\"]*)\"");
    private static final Pattern CSRF_TOKEN = Pattern.compile("name=\"csrf_token\" value=\"([^\"]*)\"");
    private static final Pattern CODE = Pattern.compile("(?:to finish the link: |data-code=\")([\\w-]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    /** Java's own cookie handler writes Coder's cookies in a way that no browser does. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final String user;

    ConsentingBrowser(String user) {
        this.user = user;
    }

    /** Goes to Coder's question, signs in on the way, and says yes. @return the code that Greenroom's page shows, or hands on */
    String consent(URI authorizeUrl) {
        var login = send(HttpRequest.newBuilder(authorizeUrl).GET());
        var question = post(
                login,
                found(LOGIN, login),
                "email=" + encoded(user + "@example.com") + "&password=" + encoded("greenroom-" + user));
        var callback = post(question, "", "csrf_token=" + encoded(found(CSRF_TOKEN, question)));
        var code = found(CODE, callback);
        Canary.note("code that finishes a link", code);
        return code;
    }

    /** @param action what the page's form says; empty for the page's own address */
    private HttpResponse<String> post(HttpResponse<String> page, String action, String form) {
        return send(HttpRequest.newBuilder(
                        action.isEmpty() ? page.uri() : page.uri().resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer.headers()
                    .firstValue("Location")
                    .map(target -> send(HttpRequest.newBuilder(answer.uri().resolve(target))))
                    .orElse(answer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";")[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        var matcher = pattern.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError(page + " has no " + pattern + ":\n" + page.body());
        }
        // The only one of HTML's references that a base64 text takes.
        return matcher.group(1).replace("&#43;", "+");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
