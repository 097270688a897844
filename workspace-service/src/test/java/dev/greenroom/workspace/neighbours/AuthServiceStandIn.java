package dev.greenroom.workspace.neighbours;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Auth-service as this service sees it: tokens for services, and loans of users' Coder tokens. */
public final class AuthServiceStandIn implements AutoCloseable {

    static final String SECRET = "the secret of workspace-service";

    private record Link(String coderToken, long generation, Instant expiresAt) {}

    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, Integer> loans = new ConcurrentHashMap<>();
    private final AtomicLong loanIds = new AtomicLong();
    private final Map<Long, String> borrowed = new ConcurrentHashMap<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Runnable> afterRefusals = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile boolean down;
    private volatile boolean refusing;
    private volatile boolean coderAway;

    AuthServiceStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/.well-known/jwks.json", exchange -> answer(exchange, 200, "{\"keys\":[]}"));
        server.createContext("/oauth2/token", this::token);
        Canary.note("client secret of a service", SECRET);
        server.createContext("/internal/loans", this::lend);
        server.createContext("/internal/loans/", this::hearRefusal);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void link(String userRef, String coderToken, long generation) {
        link(userRef, coderToken, generation, Instant.now().plus(Duration.ofHours(1)));
    }

    public void link(String userRef, String coderToken, long generation, Instant expiresAt) {
        links.put(userRef, new Link(coderToken, generation, expiresAt));
    }

    public void unlink(String userRef) {
        links.remove(userRef);
    }

    /** While it is down it answers 503. */
    public void down(boolean isDown) {
        down = isDown;
    }

    /** While it refuses, it knows neither this service's secret nor the tokens that it gave it. */
    public void refusing(boolean isRefusing) {
        refusing = isRefusing;
    }

    /** While Coder is away for it, it can't find out what a refused token is good for, and answers 503. */
    public void coderAway(boolean isAway) {
        coderAway = isAway;
    }

    /** How often a user's token was asked for. */
    public int loansOf(String userRef) {
        return loans.getOrDefault(userRef, 0);
    }

    /** How often it was told that Coder refused a token of that user's. */
    public int refusalsOf(String userRef) {
        return refusals.getOrDefault(userRef, 0);
    }

    /** What it makes of it when it is told so; nothing, without this. */
    public void afterRefusal(String userRef, Runnable deed) {
        afterRefusals.put(userRef, deed);
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var expected = "Basic "
                + Base64.getEncoder().encodeToString(("workspace-service:" + SECRET).getBytes(StandardCharsets.UTF_8));
        var sound = expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && form.contains("grant_type=client_credentials")
                && form.contains("audience=auth-service");
        answer(
                exchange,
                sound && !refusing ? 200 : 401,
                sound && !refusing
                        ? "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}".formatted(newToken())
                        : "{\"error\":\"invalid_client\"}");
    }

    private String newToken() {
        var token = "service-token-" + tokens.incrementAndGet() + "-" + UUID.randomUUID();
        Canary.note("token of a service", token);
        return token;
    }

    private void lend(HttpExchange exchange) throws IOException {
        var authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var request = MessageCodec.JSON.readTree(exchange.getRequestBody());
        var userRef = request.path("userRef").asText();
        loans.merge(userRef, 1, Integer::sum);
        var link = links.get(userRef);
        if (down) {
            answer(exchange, 503, "{\"code\":\"unavailable\"}");
        } else if (refusing || !authorization.startsWith("Bearer service-token-")) {
            answer(exchange, 401, "{\"code\":\"unauthenticated\"}");
        } else if (link == null || !request.path("deployment").asText().equals("default")) {
            answer(exchange, 404, "{\"code\":\"account-required\"}");
        } else {
            var loanId = loanIds.incrementAndGet();
            borrowed.put(loanId, userRef);
            answer(exchange, 200, """
                    {"loanId":%d,"accessToken":"%s","coderUserId":"00000000-0000-0000-0000-000000000001","coderUsername":"someone",
                     "linkGeneration":%d,"expiresAt":"%s"}""".formatted(loanId, link.coderToken(), link.generation(), link.expiresAt()));
        }
    }

    private void hearRefusal(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var userRef = path.matches("/internal/loans/\\d+/refusal")
                        && exchange.getRequestMethod().equals("POST")
                ? borrowed.get(Long.parseLong(path.split("/")[3]))
                : null;
        if (userRef == null) {
            answer(exchange, 404, "{\"code\":\"loan-not-found\"}");
            return;
        }
        refusals.merge(userRef, 1, Integer::sum);
        if (coderAway) {
            answer(exchange, 503, "{\"code\":\"coder-unavailable\"}");
        } else {
            afterRefusals.getOrDefault(userRef, () -> {}).run();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
