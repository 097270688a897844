package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    static List<Path> schemas() {
        return Documents.schemas();
    }

    @Test
    void areThereForEachMessageAndForNothingElse() {
        assertThat(Documents.typesWithASchema())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageType.values())
                        .map(MessageType::type)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(MessageType.class)
    void sayOfEachRecordWhatItIs(MessageType type) {
        assertThat(SchemaDifferences.between(type.message(), Documents.schemaFile(type)))
                .isEmpty();
    }

    @Test
    void wouldNotPassForAnotherRecord() {
        var found = SchemaDifferences.between(
                WorkspaceEvent.WorkspaceRemoved.class, Documents.schemaFile(MessageType.CREATE_WORKSPACE));

        assertThat(found)
                .anyMatch(difference -> difference.startsWith("WorkspaceRemoved: properties"))
                .anyMatch(difference -> difference.startsWith("WorkspaceRemoved: required"))
                .anyMatch(difference -> difference.startsWith("WorkspaceRemoved.revision: type"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void areSchemasOfTheirDialect(Path file) {
        var schema = Documents.json(file);

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(Documents.metaSchema().validate(schema)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void describeThemselvesAndEachProperty(Path file) {
        var schema = Documents.json(file);

        assertThat(schema.path("description").asText()).isNotBlank();
        assertThat(schema.path("properties").properties())
                .allSatisfy(property -> assertThat(
                                property.getValue().path("description").asText())
                        .as(property.getKey())
                        .isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void tolerateWhatALaterVersionAdds(Path file) {
        var schema = Documents.json(file);

        assertThat(schema.has("additionalProperties")).isFalse();
        assertThat(schema.has("unevaluatedProperties")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void referToFilesThatAreThere(Path file) {
        assertThat(references(Documents.json(file)))
                .allSatisfy(
                        reference -> assertThat(file.resolveSibling(reference)).exists());
    }

    @Test
    void areAllUsed() {
        var used = Documents.schemas().stream()
                .flatMap(file -> references(Documents.json(file)).stream())
                .distinct();
        var shared = Documents.schemas().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.matches(".*\\.v\\d+\\.schema\\.json"));

        assertThat(used).containsExactlyInAnyOrderElementsOf(shared.toList());
    }

    private static List<String> references(JsonNode schema) {
        return schema.findValuesAsText("$ref");
    }
}
