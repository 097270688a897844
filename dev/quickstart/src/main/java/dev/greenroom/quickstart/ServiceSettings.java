package dev.greenroom.quickstart;

import dev.greenroom.standins.leaks.LeakHunt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each service is told, by the names of its own configuration. */
final class ServiceSettings {
    static final List<String> SERVICES =
            List.of("auth-service", "catalog-sync-service", "workspace-service", "gateway");

    private final Plan plan;

    ServiceSettings(Plan plan) {
        this.plan = plan;
    }

    Map<String, String> of(String service) {
        var settings = new TreeMap<>(everywhere(service));
        // As loud as an operator can ask for.
        LeakHunt.asked().ifPresent(hunt -> settings.put("quarkus.log.level", "TRACE"));
        settings.putAll(
                switch (service) {
                    case "auth-service" -> authService();
                    case "catalog-sync-service" -> catalogSyncService();
                    case "workspace-service" -> workspaceService();
                    case "gateway" -> gateway();
                    default -> throw new IllegalArgumentException("no such service: " + service);
                });
        settings.putAll(plan.settings().getOrDefault(service, Map.of()));
        return settings;
    }

    private Map<String, String> everywhere(String service) {
        var addresses = plan.addresses();
        return Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", String.valueOf(addresses.port(service)),
                "quarkus.management.host", "127.0.0.1",
                "quarkus.management.port", String.valueOf(addresses.port(service + "/management")),
                "kafka.bootstrap.servers", addresses.kafka(),
                "greenroom.coder.url", plan.coder().toString(),
                "greenroom.backstage.url", plan.backstage().toString(),
                "greenroom.services.issuer", addresses.url("auth-service").toString());
    }

    private Map<String, String> authService() {
        var settings = new HashMap<>(database("auth"));
        settings.put("greenroom.seal.keyset", plan.secrets().keyset());
        for (var client : List.of("workspace-service", "gateway")) {
            settings.put(
                    "greenroom.issuer.clients." + client + ".secret",
                    plan.secrets().clientSecret(client));
        }
        settings.putAll(linking());
        admins().ifPresent(admins -> settings.put("greenroom.admins", admins));
        return settings;
    }

    /** A user of the demo's admin's name in a real Backstage may be anybody. */
    private Optional<String> admins() {
        return ownsTheCatalog()
                ? Optional.of("user:default/" + AdminApi.ADMIN)
                : Optional.ofNullable(plan.neighbours().admins());
    }

    private boolean ownsTheCatalog() {
        return plan.neighbours().backstage() == null;
    }

    /** By Coder's consent. No page of Backstage finishes links in the demo: the callback's page shows the code. */
    private Map<String, String> linking() {
        return plan.coderApplication()
                .map(application -> Map.of(
                        "greenroom.coder.oauth2.client-id", application.clientId(),
                        "greenroom.coder.oauth2.client-secret", application.clientSecret(),
                        "greenroom.coder.oauth2.callback",
                                application.callback().toString()))
                .orElseGet(Map::of);
    }

    private Map<String, String> catalogSyncService() {
        var settings = new HashMap<>(database("catalog_sync"));
        settings.put("greenroom.backstage.token", plan.backstageToken());
        settings.put("greenroom.catalog.defaults.template-name", "devcontainers");
        // A pass over a demo's catalog costs next to nothing, and somebody is watching.
        settings.put("greenroom.catalog.poll.interval", "1s");
        admins().ifPresent(admins -> settings.put("greenroom.admins", admins));
        return settings;
    }

    /**
     * The policy of a machine of one's own: whoever opts in and consents is served, with any template. The demo's catalog
     * has a few opt-ins from the start; how many a real one has, nobody knows before it was read.
     */
    private Map<String, String> workspaceService() {
        var settings = new HashMap<>(database("workspace"));
        settings.put("greenroom.auth-service.url", url("auth-service"));
        settings.put("greenroom.services.secret", plan.secrets().clientSecret("workspace-service"));
        settings.put("greenroom.preprovision.enabled", "true");
        settings.put("greenroom.preprovision.namespaces", "default");
        settings.put("greenroom.preprovision.kinds", "component");
        settings.put("greenroom.preprovision.templates", "*");
        settings.put("greenroom.preprovision.hosts", "*");
        settings.put("greenroom.preprovision.snapshot", String.valueOf(ownsTheCatalog()));
        admins().ifPresent(admins -> settings.put("greenroom.admins", admins));
        return settings;
    }

    private Map<String, String> gateway() {
        return Map.of(
                "greenroom.auth-service.url", url("auth-service"),
                "greenroom.workspace-service.url", url("workspace-service"),
                "greenroom.catalog-sync-service.url", url("catalog-sync-service"),
                "greenroom.services.secret", plan.secrets().clientSecret("gateway"),
                "greenroom.gateway.operation-secret", plan.secrets().operationSecret());
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + plan.addresses().port("postgresql") + "/" + name,
                "quarkus.datasource.username",
                name,
                "quarkus.datasource.password",
                plan.secrets().databasePassword());
    }

    private String url(String service) {
        return plan.addresses().url(service).toString();
    }
}
