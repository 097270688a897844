package dev.greenroom.auth.oauth2;

import static io.restassured.RestAssured.given;

import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.leaks.Canary;
import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser whose person is signed in at Coder, and says yes there. */
public record Browser(TestPerson person) {
    private static final Pattern CODE = Pattern.compile("data-code=\"([^\"]+)\"");

    /** Answers Coder's question with yes. @return where Coder sends the browser then */
    public URI consent(URI authorizeUrl) {
        var request = HttpRequest.newBuilder(authorizeUrl)
                .header("Coder-Session-Token", person.newApiToken())
                .POST(BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            return URI.create(
                    answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body())));
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Follows Coder's answer to the service. */
    public static Response follow(URI callback) {
        return given().redirects().follow(false).queryParams(query(callback)).get("/oauth2/callback");
    }

    /** The code that the page hands to Backstage. */
    static String codeOf(Response page) {
        var found = CODE.matcher(page.body().asString());
        var code = found.find() ? found.group(1) : "none";
        Canary.note("code that finishes a link", code);
        return code;
    }

    public static Map<String, String> query(URI uri) {
        var parameters = new TreeMap<String, String>();
        Stream.of(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        return parameters;
    }
}
