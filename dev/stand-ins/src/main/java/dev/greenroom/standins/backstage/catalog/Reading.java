package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/** What came of reading one file. */
sealed interface Reading {
    record Documents(List<JsonNode> documents) implements Reading {}

    /** Broken as a whole: its entities stay as they were. */
    record Unreadable(String reason) implements Reading {}

    static Reading of(Path file) {
        try {
            return new Documents(YamlDocuments.parse(Files.readString(file)));
        } catch (IOException | YAMLException e) {
            return new Unreadable("YAML error at file:" + file + ", " + e.getMessage());
        }
    }
}
