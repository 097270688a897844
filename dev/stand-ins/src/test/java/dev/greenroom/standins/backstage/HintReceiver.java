package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Plays the issuer and catalog-sync-service for a Backstage that sends hints, and looks there when one arrives. */
final class HintReceiver implements AutoCloseable {
    static final String CLIENT = "backstage";
    private static final int ACCEPTED = 202;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final String secret = "secret-" + UUID.randomUUID();
    private final String token = "token-" + UUID.randomUUID();
    private final List<Hint> hints = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Function<List<String>, JsonNode> look;
    private volatile boolean isAway;

    /**
     * One entity of a hint.
     *
     * @param shown what Backstage's API had when the hint arrived; null where it was not there
     * @param at by the system's nanoseconds
     */
    record Hint(String ref, JsonNode shown, long at) {}

    HintReceiver() {
        Canary.note("secret of a Backstage that sends hints", secret);
        Canary.note("token of a Backstage that sends hints", token);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/oauth2/token", this::giveToken);
        server.createContext("/v1/catalog/refresh", this::take);
        server.start();
    }

    /** @param look at all of these, in their order, as {@code by-refs} answers */
    void lookAt(Function<List<String>, JsonNode> look) {
        this.look = look;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    String secret() {
        return secret;
    }

    String token() {
        return token;
    }

    void goAway() {
        isAway = true;
    }

    void comeBack() {
        isAway = false;
    }

    /** Of one entity, the first one first. */
    List<Hint> hintsOf(String ref) {
        return hints.stream().filter(hint -> hint.ref().equals(ref)).toList();
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        var expected = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + secret).getBytes());
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var isKnown = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && asked.equals("grant_type=client_credentials&audience=catalog-sync-service");
        var answer = Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300);
        answer(exchange, isKnown ? 200 : UNAUTHORIZED, isKnown ? Answers.JSON.writeValueAsBytes(answer) : new byte[0]);
    }

    private void take(HttpExchange exchange) throws IOException {
        long at = System.nanoTime();
        var body = Answers.JSON.readTree(exchange.getRequestBody());
        if (isAway) {
            answer(exchange, UNAVAILABLE, new byte[0]);
        } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, UNAUTHORIZED, new byte[0]);
        } else {
            keep(body.path("entityRefs"), at);
            answer(exchange, ACCEPTED, new byte[0]);
        }
    }

    private void keep(JsonNode entityRefs, long at) {
        var refs = new ArrayList<String>();
        entityRefs.forEach(ref -> refs.add(ref.asText()));
        var shown = look.apply(refs);
        for (int i = 0; i < refs.size(); i++) {
            hints.add(new Hint(refs.get(i), shown.get(i), at));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
