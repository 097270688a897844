package dev.greenroom.quickstart;

import dev.greenroom.standins.FreePort;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * Where each part listens on 127.0.0.1: on its usual port, or on another where that is taken. Chosen once a start, so
 * that all parts are told the same.
 */
final class Addresses {
    private static final Map<String, Integer> USUAL = Map.ofEntries(
            Map.entry("gateway", 8080),
            Map.entry("catalog-sync-service", 8081),
            Map.entry("workspace-service", 8082),
            Map.entry("auth-service", 8083),
            Map.entry("gateway/management", 9080),
            Map.entry("catalog-sync-service/management", 9081),
            Map.entry("workspace-service/management", 9082),
            Map.entry("auth-service/management", 9083),
            Map.entry("coder", 13000),
            Map.entry("backstage", 17007),
            Map.entry("postgresql", 15432),
            Map.entry("kafka", 19092));

    private final Map<String, Integer> chosen = new HashMap<>();
    private final IntUnaryOperator choice;

    /** On the usual ports where they are free. */
    Addresses() {
        this(FreePort::findNear);
    }

    private Addresses(IntUnaryOperator choice) {
        this.choice = choice;
    }

    /** On any ports: whoever else starts on this machine looks at the usual ones. */
    static Addresses anywhere() {
        return new Addresses(usual -> FreePort.find());
    }

    /** Parts that start side by side ask side by side. */
    synchronized int port(String part) {
        return chosen.computeIfAbsent(part, name -> choice.applyAsInt(Objects.requireNonNull(USUAL.get(name), name)));
    }

    URI url(String part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    URI health(String service) {
        return url(service + "/management").resolve("/q/health/ready");
    }

    String kafka() {
        return "127.0.0.1:" + port("kafka");
    }
}
