package dev.greenroom.quickstart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (plan.neighbours().backstage() == null) {
            // A user of that name in a real Backstage may be anybody.
            settings.put("greenroom.admins", "user:default/" + AdminApi.ADMIN);
        }
        return settings;
    }

    private Map<String, String> catalogSyncService() {
        var settings = new HashMap<>(database("catalog_sync"));
        settings.put("greenroom.backstage.token", plan.backstageToken());
        settings.put("greenroom.catalog.defaults.template-name", "devcontainers");
        // A pass over a demo's catalog costs next to nothing, and somebody is watching.
        settings.put("greenroom.catalog.poll.interval", "1s");
        return settings;
    }

    /** The policy of a machine of one's own: whoever opts in and consents is served, with any template. */
    private Map<String, String> workspaceService() {
        var settings = new HashMap<>(database("workspace"));
        settings.put("greenroom.auth-service.url", url("auth-service"));
        settings.put("greenroom.services.secret", plan.secrets().clientSecret("workspace-service"));
        settings.put("greenroom.preprovision.enabled", "true");
        settings.put("greenroom.preprovision.namespaces", "default");
        settings.put("greenroom.preprovision.kinds", "component");
        settings.put("greenroom.preprovision.templates", "*");
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
