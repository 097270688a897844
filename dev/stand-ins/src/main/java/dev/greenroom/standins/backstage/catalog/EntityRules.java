package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Backstage asks of an entity before it takes it: the envelope, the names, and each kind's own fields. */
final class EntityRules {
    private static final Pattern API_VERSION = Pattern.compile("backstage\\.io/v1(alpha|beta)1");
    private static final Pattern NAME = Pattern.compile("(?:[A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]");
    private static final Pattern NAMESPACE = Pattern.compile("(?=.{1,63}$)[a-z0-9]+(?:-+[a-z0-9]+)*");
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Component", List.of("type", "lifecycle", "owner"),
            "API", List.of("type", "lifecycle", "owner", "definition"),
            "Resource", List.of("type", "owner"),
            "System", List.of("owner"),
            "Domain", List.of("owner"),
            "Group", List.of("type"),
            "User", List.of());

    private EntityRules() {}

    /** Why Backstage would refuse the entity; empty where it is sound. */
    static Optional<String> broken(JsonNode entity) {
        return envelope(entity)
                .or(() -> names(entity))
                .or(() -> annotations(entity))
                .or(() -> spec(entity));
    }

    private static Optional<String> envelope(JsonNode entity) {
        if (!API_VERSION.matcher(entity.path("apiVersion").asText()).matches()) {
            return Optional.of("/apiVersion must be backstage.io/v1alpha1 or backstage.io/v1beta1");
        }
        if (!REQUIRED.containsKey(entity.path("kind").asText())) {
            return Optional.of("No processor recognized the entity as valid, possibly caused by a foreign kind");
        }
        return Optional.empty();
    }

    private static Optional<String> names(JsonNode entity) {
        var metadata = entity.path("metadata");
        if (!NAME.matcher(metadata.path("name").asText()).matches()) {
            return Optional.of("\"metadata.name\" is not valid");
        }
        var namespace = metadata.path("namespace");
        if (!namespace.isMissingNode() && !NAMESPACE.matcher(namespace.asText()).matches()) {
            return Optional.of("\"metadata.namespace\" is not valid");
        }
        return Optional.empty();
    }

    private static Optional<String> annotations(JsonNode entity) {
        return entity.path("metadata").path("annotations").properties().stream()
                .filter(annotation -> !annotation.getValue().isTextual())
                .map(annotation -> "/metadata/annotations/" + annotation.getKey() + " must be string")
                .findFirst();
    }

    private static Optional<String> spec(JsonNode entity) {
        var spec = entity.path("spec");
        return REQUIRED.getOrDefault(entity.path("kind").asText(), List.of()).stream()
                .filter(field -> !spec.path(field).isTextual()
                        || spec.path(field).asText().isEmpty())
                .map(field -> "/spec must have required property '" + field + "'")
                .findFirst();
    }
}
