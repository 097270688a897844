package dev.greenroom.standins.backstage;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fault that is switched on, if any, and what it does to a request. */
public final class Faults {
    private static final String WITHOUT_UIDS = "without uids";

    private @Nullable Fault fault;
    private int left;

    /** Replaces the fault that was there. */
    public synchronized void set(Fault next) {
        fault = next;
        left = next.times();
    }

    public synchronized void clear() {
        fault = null;
    }

    void apply(RoutingContext exchange) {
        hit(exchange).ifPresentOrElse(present -> befall(exchange, present), exchange::next);
    }

    /** Whether this request's answer has to leave out the entities' uids. */
    static boolean leavesOutUids(RoutingContext exchange) {
        return exchange.get(WITHOUT_UIDS, false);
    }

    private synchronized Optional<Fault> hit(RoutingContext exchange) {
        var present = fault;
        boolean hit = present != null
                && exchange.request().uri().startsWith(present.path())
                && (!present.cursorsExpired() || exchange.queryParams().contains("cursor"));
        if (hit && left > 0 && --left == 0) {
            fault = null;
        }
        return hit ? Optional.ofNullable(present) : Optional.empty();
    }

    private static void befall(RoutingContext exchange, Fault fault) {
        if (fault.delayMillis() == 0) {
            answer(exchange, fault);
        } else {
            exchange.vertx().setTimer(fault.delayMillis(), timer -> answer(exchange, fault));
        }
    }

    private static void answer(RoutingContext exchange, Fault fault) {
        if (fault.down()) {
            exchange.request().connection().close();
        } else if (fault.cursorsExpired()) {
            Answers.error(exchange, 400, "InputError", "Malformed cursor: it has expired");
        } else if (fault.status() == 0) {
            exchange.put(WITHOUT_UIDS, fault.withoutUids());
            exchange.next();
        } else {
            if (fault.retryAfterSeconds() != null) {
                exchange.response()
                        .putHeader("Retry-After", fault.retryAfterSeconds().toString());
            }
            Answers.error(exchange, fault.status(), "Error", "a fault that was asked for");
        }
    }
}
