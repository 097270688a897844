package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.StreamSupport;

/** The two questions that a real Backstage is asked before a test can begin. */
record RealBackstageClient(URI url, String staticToken) {
    /** Well below the 100 KB that a body may have. */
    private static final int AT_ONCE = 300;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Whether the catalog has all of these; no, while it doesn't answer, even where it need have nothing. */
    boolean hasAll(List<String> refs) {
        return hasWindow(List.of())
                && refs.stream().gather(Gatherers.windowFixed(AT_ONCE)).allMatch(this::hasWindow);
    }

    private boolean hasWindow(List<String> refs) {
        try {
            var body = Answers.JSON.writeValueAsString(Map.of("entityRefs", refs, "fields", List.of("kind")));
            var answer = send(HttpRequest.newBuilder(url.resolve("/api/catalog/entities/by-refs"))
                    .header("Authorization", "Bearer " + staticToken)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body)));
            return answer.statusCode() == 200
                    && StreamSupport.stream(json(answer).path("items").spliterator(), false)
                            .noneMatch(JsonNode::isNull);
        } catch (IOException notYet) {
            return false;
        }
    }

    String signIn(String userRef) {
        try {
            var answer = send(HttpRequest.newBuilder(url.resolve("/api/auth/named/refresh"))
                    .header("x-sign-in-as", userRef));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(userRef + " can't sign in: " + answer.body());
            }
            var token = json(answer).at("/backstageIdentity/token").asText();
            Canary.noteJwt("user token of a real Backstage", token);
            return token;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Answers.JSON.readTree(answer.body());
    }

    @Override
    public String toString() {
        return "RealBackstageClient[" + url + "]";
    }
}
