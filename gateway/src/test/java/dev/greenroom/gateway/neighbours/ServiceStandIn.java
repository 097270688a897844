package dev.greenroom.gateway.neighbours;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A service of ours, of which a test says what it answers, and which remembers what it was asked. */
public final class ServiceStandIn implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final int port;
    private volatile Function<Seen, Answer> answers = request -> Answer.of(404, "{}");
    private @Nullable HttpServer server;

    /** What the service was asked. */
    public record Seen(String method, String uri, MultiMap headers, String body) {}

    /** What it answers. A Content-Length that promises more than the body breaks the answer off in the middle. */
    public record Answer(int status, MultiMap headers, String body) {
        public static Answer of(int status, String json) {
            var headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", "application/json");
            return new Answer(status, headers, json);
        }

        public static final Answer SILENCE = new Answer(-1, MultiMap.caseInsensitiveMultiMap(), "");
        public static final Answer RESET = new Answer(0, MultiMap.caseInsensitiveMultiMap(), "");

        public Answer with(String header, String value) {
            headers.add(header, value);
            return this;
        }
    }

    public ServiceStandIn(int port) {
        this.port = port;
        startAgain();
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void answer(int status, String json) {
        answer(request -> Answer.of(status, json));
    }

    public void answer(Function<Seen, Answer> next) {
        answers = next;
    }

    /** How many clients are connected. */
    public int openConnections() {
        return connections.get();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** Forgets what was asked and said, and is there. */
    public void reset() {
        startAgain();
        seen.clear();
        answer(404, "{}");
    }

    public void startAgain() {
        if (server == null) {
            var options =
                    new HttpServerOptions().setHost("127.0.0.1").setPort(port).setMaxHeaderSize(64 * 1024);
            server = await(
                    vertx.createHttpServer(options).requestHandler(this::handle).listen());
        }
    }

    public void stop() {
        if (server != null) {
            await(server.close());
            server = null;
        }
    }

    private void count(HttpConnection connection) {
        connections.incrementAndGet();
        connection.closeHandler(closed -> connections.decrementAndGet());
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var asked = new Seen(request.method().name(), request.uri(), request.headers(), body.toString());
            seen.add(asked);
            var answer = answers.apply(asked);
            if (answer.status() == 0) {
                request.connection().close();
            } else if (answer.headers().contains("Content-Length")) {
                request.response().setStatusCode(answer.status()).headers().addAll(answer.headers());
                request.response()
                        .write(answer.body())
                        .onComplete(sent -> request.connection().close());
            } else if (answer.status() > 0) {
                request.response().setStatusCode(answer.status()).headers().addAll(answer.headers());
                request.response().end(answer.body());
            }
        });
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the stand-in for a service did not start or stop", e);
        }
    }

    @Override
    public void close() {
        stop();
        await(vertx.close());
    }
}
