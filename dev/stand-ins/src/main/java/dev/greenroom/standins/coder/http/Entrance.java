package dev.greenroom.standins.coder.http;

import dev.greenroom.standins.coder.steering.Fault;
import dev.greenroom.standins.coder.steering.Faults;
import dev.greenroom.standins.coder.steering.Settings;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens to every call before its route is looked at. */
public final class Entrance {

    /** Calls that steer the stand-in are no calls to Coder. */
    static final String STEERING = "/stand-in";

    private static final long BODY_LIMIT = 32L * 1024 * 1024;

    private final Vertx vertx;
    private final Endpoints endpoints;
    private final Faults faults;
    private final Settings settings;
    private final RateLimits limits;

    public Entrance(Vertx vertx, Endpoints endpoints, Faults faults, Settings settings, Clock clock) {
        this.vertx = vertx;
        this.endpoints = endpoints;
        this.faults = faults;
        this.settings = settings;
        this.limits = new RateLimits(settings, clock);
    }

    /** To be called before any route is added. */
    public void guard(Router router, CallerId callerId) {
        router.route().handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.route().handler(this::befall);
        router.route().handler(this::guardBrowsers);
        router.route("/api/v2/*").handler(context -> limit(context, callerId));
    }

    private void befall(RoutingContext context) {
        String method = context.request().method().name();
        String path = context.request().path();
        if (path.startsWith(STEERING)) {
            context.next();
            return;
        }
        Exchange.decorate(context);
        Duration delay = faults.delayOf(method, path);
        if (delay.isPositive()) {
            vertx.setTimer(Math.max(1, delay.toMillis()), timer -> befall(context, method, path));
        } else {
            befall(context, method, path);
        }
    }

    private void befall(RoutingContext context, String method, String path) {
        befall(context, faults.of(method, path).orElse(null));
    }

    private void befall(RoutingContext context, @Nullable Fault fault) {
        Exchange exchange = endpoints.exchange(context);
        switch (fault) {
            case null -> context.next();
            case Fault.Delay delay -> context.next();
            case Fault.Fail fail -> exchange.message(fail.status(), "A fault was asked for.");
            case Fault.ProxyPage page ->
                context.response()
                        .setStatusCode(page.status())
                        .putHeader("Content-Type", "text/html")
                        .end("<html><body>no backend</body></html>");
            case Fault.Limit limit ->
                exchange.refuse(RateLimits.exceeded(
                        settings.requestsPerMinute(), limit.retryAfter().toSeconds()));
            case Fault.DropBeforeEffect drop -> exchange.closeWithoutEffect();
            case Fault.DelayAfterEffect delay -> goOn(context, exchange, delay);
            case Fault.DropAfterEffect drop -> goOn(context, exchange, drop);
            case Fault.FailAfterEffect fail -> goOn(context, exchange, fail);
        }
    }

    private static void goOn(RoutingContext context, Exchange exchange, Fault fault) {
        exchange.befall(fault);
        context.next();
    }

    private void guardBrowsers(RoutingContext context) {
        if (context.request().path().startsWith(STEERING)) {
            context.next();
            return;
        }
        String problem = Csrf.problemOf(context.request());
        Csrf.equip(context);
        if (problem == null) {
            context.next();
        } else {
            endpoints.exchange(context).text(400, "text/plain; charset=utf-8", problem);
        }
    }

    private void limit(RoutingContext context, CallerId callerId) {
        Exchange exchange = endpoints.exchange(context);
        try {
            String caller = callerId.of(exchange);
            limits.check(
                    exchange, caller == null ? context.request().remoteAddress().hostAddress() : caller);
            context.next();
        } catch (Refusal refusal) {
            exchange.refuse(refusal);
        }
    }

    /** Who a call counts for. */
    @FunctionalInterface
    public interface CallerId {

        /** The caller's user id; null where the call has no valid token. */
        @Nullable String of(Exchange exchange);
    }
}
