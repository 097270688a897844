package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.greenroom.standins.recordings.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The catalog that the recordings were made with, its entities with the uids that they had then, so that even the order
 * of pages and the insides of cursors can be compared.
 */
final class RecordedCatalog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedCatalog() {}

    static void copyTo(Path catalog, Path state) throws IOException {
        for (var file : new String[] {"all.yaml", "org.yaml"}) {
            try (var stream = RecordedCatalog.class.getResourceAsStream("/backstage/catalog/" + file)) {
                Files.copy(stream, catalog.resolve(file));
            }
        }
        JSON.writeValue(state.resolve("catalog.json").toFile(), registered(catalog));
    }

    private static ArrayNode registered(Path catalog) {
        var registered = JSON.createArrayNode();
        var recording = Recording.read("/backstage/entities-all.http", UnaryOperator.identity());
        for (var entity : recording.body()) {
            registered
                    .addObject()
                    .put("uid", entity.at("/metadata/uid").asText())
                    .put("file", "")
                    .putPOJO("document", Map.of())
                    .putPOJO(
                            "ref",
                            Map.of(
                                    "kind", entity.path("kind").asText(),
                                    "namespace",
                                            entity.at("/metadata/namespace").asText(),
                                    "name", name(entity, catalog)));
        }
        return registered;
    }

    /** A location's name is a hash of where its file is. */
    private static String name(JsonNode entity, Path catalog) {
        if (!entity.path("kind").asText().equals("Location")) {
            return entity.at("/metadata/name").asText();
        }
        var file = Path.of(entity.at("/spec/target").asText()).getFileName();
        return "generated-" + sha1("file:" + catalog.resolve(file));
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
