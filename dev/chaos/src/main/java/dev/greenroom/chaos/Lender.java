package dev.greenroom.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.contracts.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Auth-service as far as workspace-service needs it here: it trusts every service, and lends each owner's token. */
final class Lender implements AutoCloseable {
    /** The generation of each owner's link. */
    static final long LINK = 1;

    private final HttpServer server;
    private final Map<String, Owner> owners;

    Lender(List<Owner> owners) {
        this.owners =
                owners.stream().collect(Collectors.toMap(owner -> owner.ref().toString(), Function.identity()));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, Map.of("keys", List.of())));
        server.createContext("/oauth2/token", Lender::prove);
        server.createContext("/internal/loans", this::lend);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void prove(HttpExchange exchange) throws IOException {
        answer(exchange, Map.of("access_token", "a-service", "token_type", "Bearer", "expires_in", 3600));
    }

    private void lend(HttpExchange exchange) throws IOException {
        var request = MessageCodec.JSON.readTree(exchange.getRequestBody());
        var owner = Objects.requireNonNull(owners.get(request.path("userRef").asText()));
        answer(
                exchange,
                Map.of(
                        "loanId",
                        1,
                        "accessToken",
                        owner.coderToken(),
                        "linkGeneration",
                        LINK,
                        "expiresAt",
                        Instant.now().plus(Duration.ofHours(1)).toString()));
    }

    private static void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
        var bytes = MessageCodec.JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
