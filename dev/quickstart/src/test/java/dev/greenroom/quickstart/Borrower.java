package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Borrows users' tokens of any replica, as workspace-service does: with one token of its own, for its client secret. */
final class Borrower {
    private static final String CLIENT = "workspace-service";

    private final JsonHttp http = new JsonHttp();
    private final Map<String, String> bearer;

    Borrower(Replicas replicas) {
        this.bearer = Map.of(
                "Authorization", "Bearer " + serviceToken(replicas.urls().getLast(), replicas.clientSecret(CLIENT)));
    }

    JsonHttp.Answer borrow(URI replica, String user) {
        var wanted = Map.of("deployment", "default", "userRef", "user:default/" + user);
        return http.send("POST", replica.resolve("/internal/loans"), bearer, wanted);
    }

    /** Whether this is a loan of a token that lasts: the tokens of these tests don't until they are refreshed. */
    static boolean isNew(JsonHttp.Answer answer) {
        return answer.status() == 200
                && Instant.parse(answer.body().path("expiresAt").asText())
                        .isAfter(Instant.now().plus(Duration.ofHours(1)));
    }

    private static String serviceToken(URI issuer, String secret) {
        var credentials = Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(issuer.resolve("/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&audience=auth-service"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString()).body();
            var token = new JsonMapper().readTree(answer).path("access_token").asText();
            Canary.noteJwt("token of a service", token);
            return token;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
