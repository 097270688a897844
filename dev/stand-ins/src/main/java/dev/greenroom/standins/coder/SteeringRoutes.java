package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.http.Body;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.standins.coder.steering.Fault;
import dev.greenroom.standins.coder.steering.FaultRule;
import dev.greenroom.standins.coder.steering.Faults;
import dev.greenroom.standins.coder.steering.Ledger;
import dev.greenroom.standins.coder.steering.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** {@code /stand-in/**}: what {@link CoderStandIn} can be told, for those in another process. */
final class SteeringRoutes {

    private final Ledger ledger;
    private final Faults faults;
    private final Settings settings;

    SteeringRoutes(Ledger ledger, Faults faults, Settings settings) {
        this.ledger = ledger;
        this.faults = faults;
        this.settings = settings;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/stand-in/ledger", this::calls);
        endpoints.delete("/stand-in/ledger", this::clearLedger);
        endpoints.post("/stand-in/faults", this::addFault);
        endpoints.delete("/stand-in/faults", this::clearFaults);
        endpoints.get("/stand-in/settings", this::show);
        endpoints.patch("/stand-in/settings", this::change);
    }

    private void calls(Exchange exchange) {
        JsonArray calls = new JsonArray();
        ledger.calls().forEach(call -> calls.add(json(call)));
        exchange.json(200, calls);
    }

    private static JsonObject json(Call call) {
        return new JsonObject()
                .put("time", call.time().toString())
                .put("method", call.method())
                .put("path", call.path())
                .put("query", call.query())
                .put("user", call.user())
                .put("status", call.status())
                .put("answered", call.answered());
    }

    private void clearLedger(Exchange exchange) {
        ledger.clear();
        exchange.empty(204);
    }

    private void addFault(Exchange exchange) {
        Body body = exchange.body("FaultRule");
        Long times = body.number("times");
        faults.add(new FaultRule(
                body.has("method") ? body.string("method") : null,
                body.string("path"),
                times == null ? 0 : times.intValue(),
                fault(body)));
        exchange.empty(204);
    }

    private static Fault fault(Body body) {
        return switch (body.string("fault")) {
            case "delay" -> new Fault.Delay(Duration.ofMillis(number(body, "millis")));
            case "delay-after-effect" -> new Fault.DelayAfterEffect(Duration.ofMillis(number(body, "millis")));
            case "fail" -> new Fault.Fail((int) number(body, "status"));
            case "proxy-page" -> new Fault.ProxyPage((int) number(body, "status"));
            case "fail-after-effect" -> new Fault.FailAfterEffect((int) number(body, "status"));
            case "limit" -> new Fault.Limit(Duration.ofSeconds(number(body, "retryAfterSeconds")));
            case "drop-before-effect" -> new Fault.DropBeforeEffect();
            case "drop-after-effect" -> new Fault.DropAfterEffect();
            default -> throw Refusal.invalid().tag("fault", "oneof", body.string("fault"));
        };
    }

    private static long number(Body body, String field) {
        Long number = body.number(field);
        if (number == null) {
            throw Refusal.invalid().tag(field, "required", "");
        }
        return number;
    }

    private void clearFaults(Exchange exchange) {
        faults.clear();
        exchange.empty(204);
    }

    private void show(Exchange exchange) {
        exchange.json(
                200,
                new JsonObject()
                        .put("buildMillis", settings.buildTime().toMillis())
                        .put("provisioners", settings.provisioners())
                        .put("requestsPerMinute", settings.requestsPerMinute())
                        .put(
                                "accessTokenSeconds",
                                settings.accessTokenLifetime().toSeconds())
                        .put("oauth2", settings.oauth2())
                        .put("down", faults.isDown()));
    }

    private void change(Exchange exchange) {
        Body body = exchange.body("Settings");
        if (body.has("buildMillis")) {
            settings.buildTime(Duration.ofMillis(number(body, "buildMillis")));
        }
        if (body.has("provisioners")) {
            settings.provisioners((int) number(body, "provisioners"));
        }
        if (body.has("requestsPerMinute")) {
            settings.requestsPerMinute((int) number(body, "requestsPerMinute"));
        }
        if (body.has("accessTokenSeconds")) {
            settings.accessTokenLifetime(Duration.ofSeconds(number(body, "accessTokenSeconds")));
        }
        if (body.has("oauth2")) {
            settings.oauth2(body.flag("oauth2"));
        }
        if (body.has("down")) {
            faults.down(body.flag("down"));
        }
        show(exchange);
    }
}
