package dev.greenroom.identity;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Many requests at once, each with its token. */
final class Barrage {
    private Barrage() {}

    static List<Integer> of(List<String> tokens, URI target) {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answers = tokens.stream()
                    .map(token -> HttpRequest.newBuilder(target)
                            .header("Authorization", "Bearer " + token)
                            .build())
                    .map(request ->
                            client.sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }
}
