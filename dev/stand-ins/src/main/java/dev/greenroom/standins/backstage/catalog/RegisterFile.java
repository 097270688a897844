package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the registered entities over a restart, so that they keep their uids. */
record RegisterFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Registered>> ENTITIES = new TypeReference<>() {};

    Map<String, Registered> load() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(file.toFile(), ENTITIES).stream()
                    .collect(Collectors.toMap(entity -> entity.ref().toString(), Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not what an earlier run wrote", e);
        }
    }

    void save(Map<String, Registered> entities) {
        try {
            Files.createDirectories(file.getParent());
            var draft = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(draft.toFile(), entities.values());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the catalog's state can't be kept in " + file, e);
        }
    }
}
