package dev.greenroom.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.greenroom.quickstart.Greenroom;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Borrows users' tokens as workspace-service does, with its client id and secret. */
final class LoanRequests {
    private static final String CLIENT = "workspace-service";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;

    LoanRequests(Greenroom greenroom, List<String> users) {
        var token = serviceToken(greenroom);
        var loans = greenroom.authService().resolve("/internal/loans");
        this.requests = users.stream().map(user -> request(loans, token, user)).toList();
    }

    private static HttpRequest request(URI loans, String token, String user) {
        var body = "{\"deployment\": \"default\", \"userRef\": \"user:default/%s\"}".formatted(user);
        return HttpRequest.newBuilder(loans)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** How long each answer took, in milliseconds, of so many callers who each wait for one before they ask again; any but a loan ends it. */
    Samples send(int callers, Duration howLong) {
        long end = System.nanoTime() + howLong.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = IntStream.range(0, callers)
                    .mapToObj(first -> CompletableFuture.supplyAsync(() -> sendUntil(end, first), threads))
                    .toList();
            return new Samples(answered.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList());
        }
    }

    private List<Double> sendUntil(long end, int first) {
        var millis = new ArrayList<Double>();
        for (int i = first; System.nanoTime() < end; i++) {
            long began = System.nanoTime();
            send(requests.get(i % requests.size()));
            millis.add((System.nanoTime() - began) / 1e6);
        }
        return millis;
    }

    private String serviceToken(Greenroom greenroom) {
        var credentials = CLIENT + ":" + greenroom.clientSecret(CLIENT);
        var basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(greenroom.authService().resolve("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&audience=auth-service"))
                .build());
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(answer)
                    .path("access_token")
                    .asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the token can't be read");
        }
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " gave no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
