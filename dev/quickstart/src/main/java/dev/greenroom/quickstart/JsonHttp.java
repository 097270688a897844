package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.standins.leaks.ErrorBodies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** JSON over HTTP, as a user of the public API would call it with curl. */
public final class JsonHttp {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param body an empty object where the answer has no JSON */
    public record Answer(int status, JsonNode body) {
        public boolean ok() {
            return status / 100 == 2;
        }

        /**
         * The body of a success.
         *
         * @param deed what could not be done, for the one who started it
         */
        JsonNode expectOk(String deed) {
            if (!ok()) {
                throw new Launch.PartFailed("could not " + deed + ": " + status + " " + body);
            }
            return body;
        }
    }

    public Answer get(URI uri, Map<String, String> headers) {
        return send(request(uri, headers).GET());
    }

    public Answer send(String method, URI uri, Map<String, String> headers, Object body) {
        try {
            var json = BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            return send(request(uri, headers)
                    .header("Content-Type", "application/json")
                    .method(method, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest.Builder request(URI uri, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            ErrorBodies.note(
                    response.request().method() + " " + response.uri().getPath(),
                    response.statusCode(),
                    new String(response.body(), StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<byte[]> response) throws IOException {
        var json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return json ? JSON.readTree(response.body()) : JSON.createObjectNode();
    }
}
