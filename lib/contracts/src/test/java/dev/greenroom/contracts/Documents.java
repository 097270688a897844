package dev.greenroom.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code docs/events} says of the messages. */
final class Documents {
    /** The module's folder is the working folder of its tests. */
    static final Path EVENTS =
            Path.of("..", "..", "docs", "events").toAbsolutePath().normalize();

    private static final Path SCHEMAS = EVENTS.resolve("schemas");
    private static final String SCHEMA_ENDING = ".schema.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaLoader(loader -> loader.fetchRemoteResources()));

    private Documents() {}

    static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(EVENTS.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> schemas() {
        return files(SCHEMAS);
    }

    static List<Path> samples() {
        return files(EVENTS.resolve("samples"));
    }

    static List<Path> samplesOf(MessageType type) {
        return samples().stream()
                .filter(sample -> sample.getFileName().toString().startsWith(name(type) + "."))
                .toList();
    }

    static MessageType typeOf(Path sample) {
        for (var type : MessageType.values()) {
            if (samplesOf(type).contains(sample)) {
                return type;
            }
        }
        throw new AssertionError("a sample of no message: " + sample);
    }

    static Path schemaFile(MessageType type) {
        return SCHEMAS.resolve(name(type) + SCHEMA_ENDING);
    }

    /** Which types have a schema of the message's own, the shared ones left out. */
    static List<String> typesWithASchema() {
        return schemas().stream()
                .map(file -> file.getFileName().toString().replace(SCHEMA_ENDING, ""))
                .filter(name -> name.matches(".*\\.v\\d+"))
                .map(name -> "dev.greenroom." + name)
                .toList();
    }

    static Schema schema(MessageType type) {
        return REGISTRY.getSchema(SchemaLocation.of(schemaFile(type).toUri().toString()));
    }

    static Schema userRefSchema() {
        return REGISTRY.getSchema(SchemaLocation.of(
                SCHEMAS.resolve("user-ref" + SCHEMA_ENDING).toUri().toString()));
    }

    static Schema metaSchema() {
        return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
    }

    static JsonNode json(Path file) {
        try {
            return MessageCodec.JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MessageType type) {
        return type.type().replace("dev.greenroom.", "");
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
