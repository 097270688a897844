package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.standins.coder.steering.Fault;
import dev.greenroom.standins.coder.steering.Ledger;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call and its answer; every answer is written here, so that none misses the ledger or a fault. */
public final class Exchange {

    private static final String CALLER = "greenroom.caller";
    private static final String FAULT = "greenroom.fault";

    private final RoutingContext context;
    private final Ledger ledger;
    private final Clock clock;

    Exchange(RoutingContext context, Ledger ledger, Clock clock) {
        this.context = context;
        this.ledger = ledger;
        this.clock = clock;
    }

    public HttpServerRequest request() {
        return context.request();
    }

    public HttpServerResponse response() {
        return context.response();
    }

    /** A variable of the route's path, decoded. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A variable of the route's path that has to be a UUID. */
    public String uuid(String name) {
        String value = path(name);
        String problem = Uuids.problemOf(value);
        if (problem != null) {
            throw Refusal.of(400, "Invalid UUID \"" + value + "\".", problem);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    public @Nullable String query(String name) {
        return context.queryParams().get(name);
    }

    public Body body(String goType) {
        return Body.read(context.body().buffer(), goType);
    }

    public void caller(String username) {
        context.put(CALLER, username);
    }

    void befall(Fault fault) {
        context.put(FAULT, fault);
    }

    public void json(int status, @Nullable JsonObject body) {
        send(status, "application/json; charset=utf-8", body == null ? "null" : body.encode());
    }

    /** A list; Coder shows some empty ones as {@code null}. */
    public void json(int status, @Nullable JsonArray body) {
        send(status, "application/json; charset=utf-8", body == null ? "null" : body.encode());
    }

    public void message(int status, String message) {
        json(status, new JsonObject().put("message", message));
    }

    public void refuse(Refusal refusal) {
        refusal.headers().forEach((name, value) -> response().putHeader(name, value));
        json(refusal.status(), refusal.body());
    }

    public void text(int status, String contentType, String body) {
        send(status, contentType, body);
    }

    public void empty(int status) {
        send(status, null, "");
    }

    /** Begins an answer that goes on, which no fault after the effect can befall. */
    public HttpServerResponse stream() {
        record(200, true);
        return response();
    }

    void closeWithoutEffect() {
        record(0, false);
        request().connection().close();
    }

    private void send(int status, @Nullable String contentType, String body) {
        Fault fault = context.get(FAULT);
        record(status, !(fault instanceof Fault.DropAfterEffect || fault instanceof Fault.FailAfterEffect));
        if (fault instanceof Fault.DropAfterEffect) {
            request().connection().close();
        } else if (fault instanceof Fault.FailAfterEffect instead) {
            write(instead.status(), null, "");
        } else if (fault instanceof Fault.DelayAfterEffect delay) {
            context.vertx().setTimer(Math.max(1, delay.time().toMillis()), timer -> write(status, contentType, body));
        } else {
            write(status, contentType, body);
        }
    }

    private void write(int status, @Nullable String contentType, String body) {
        if (response().closed() || response().ended()) {
            return;
        }
        if (contentType != null) {
            response().putHeader("Content-Type", contentType);
        }
        response().setStatusCode(status).end(Buffer.buffer(body));
    }

    private void record(int status, boolean answered) {
        if (request().path().startsWith(Entrance.STEERING)) {
            return;
        }
        String query = request().query();
        ledger.add(new Call(
                clock.instant(),
                request().method().name(),
                request().path(),
                query == null ? null : query.replaceAll("((?:coder_session|access)_token=)[^&]*", "$1***"),
                context.get(CALLER),
                status,
                answered));
    }

    static void decorate(RoutingContext context) {
        context.response()
                .putHeader("X-Coder-Build-Version", "v2.36.0")
                .putHeader("X-Coder-Request-Id", UUID.randomUUID().toString());
    }
}
