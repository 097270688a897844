package dev.greenroom.auth;

import dev.greenroom.standins.leaks.ErrorBodies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A call by a client that logs nothing, so that what is in the log is ours. */
record Exchange(int status, String text) {

    static Exchange of(URI target, String method, String authorization, String contentType, String body) {
        var request = HttpRequest.newBuilder(target)
                .header("Authorization", authorization)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            var path = target.getPath();
            ErrorBodies.note(
                    method + " " + path, answer.statusCode(), answer.headers().map() + "\n" + answer.body());
            return new Exchange(answer.statusCode(), answer.headers().map() + "\n" + answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
