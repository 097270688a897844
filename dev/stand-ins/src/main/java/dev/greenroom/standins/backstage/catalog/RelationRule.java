package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which field of which kinds makes which two arrows: the table of Backstage's {@code BuiltinKindsEntityProcessor}.
 *
 * @param targetKind what a reference without a kind means; none where Backstage insists on one
 */
record RelationRule(
        Set<String> kinds, String field, @Nullable String targetKind, String outgoing, String incoming) {
    private static final Set<String> OWNED = Set.of("Component", "API", "Resource", "System", "Domain");
    private static final Set<String> IN_SYSTEM = Set.of("Component", "API", "Resource");
    private static final Set<String> DEPENDENT = Set.of("Component", "Resource");

    private static final List<RelationRule> ALL = List.of(
            new RelationRule(OWNED, "owner", "Group", "ownedBy", "ownerOf"),
            new RelationRule(IN_SYSTEM, "system", "System", "partOf", "hasPart"),
            new RelationRule(Set.of("Component"), "subcomponentOf", "Component", "partOf", "hasPart"),
            new RelationRule(Set.of("Component"), "providesApis", "API", "providesApi", "apiProvidedBy"),
            new RelationRule(Set.of("Component"), "consumesApis", "API", "consumesApi", "apiConsumedBy"),
            new RelationRule(DEPENDENT, "dependsOn", null, "dependsOn", "dependencyOf"),
            new RelationRule(DEPENDENT, "dependencyOf", null, "dependencyOf", "dependsOn"),
            new RelationRule(Set.of("System"), "domain", "Domain", "partOf", "hasPart"),
            new RelationRule(Set.of("Domain"), "subdomainOf", "Domain", "partOf", "hasPart"),
            new RelationRule(Set.of("User"), "memberOf", "Group", "memberOf", "hasMember"),
            new RelationRule(Set.of("Group"), "members", "User", "hasMember", "memberOf"),
            new RelationRule(Set.of("Group"), "parent", "Group", "childOf", "parentOf"),
            new RelationRule(Set.of("Group"), "children", "Group", "parentOf", "childOf"));

    /** The arrows that an entity makes, to and from its targets, which need not exist. */
    static Stream<Relation> of(JsonNode entity) {
        return ALL.stream()
                .filter(rule -> rule.kinds.contains(entity.path("kind").asText()))
                .flatMap(rule -> rule.apply(entity));
    }

    private Stream<Relation> apply(JsonNode entity) {
        var self = Ref.of(entity);
        var value = entity.path("spec").path(field);
        var references = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return references.filter(JsonNode::isTextual).flatMap(reference -> {
            var target = Ref.parse(reference.asText(), targetKind, self.namespace());
            return Stream.of(new Relation(self, outgoing, target), new Relation(target, incoming, self));
        });
    }
}
