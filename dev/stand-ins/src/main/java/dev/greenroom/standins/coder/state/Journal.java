package dev.greenroom.standins.coder.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every change of the stand-in's state, a line each, so that a killed process goes on where it stopped. When it is
 * opened, it is rewritten with the last state of each row. Without a folder it forgets.
 */
public final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<String, Map<String, JsonNode>> restored = new LinkedHashMap<>();
    private final @Nullable Writer lines;

    private Journal() {
        lines = null;
    }

    private Journal(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("coder.jsonl");
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::replay);
        }
        Path rewritten = folder.resolve("coder.jsonl.new");
        lines = Files.newBufferedWriter(rewritten, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        for (var kind : restored.entrySet()) {
            for (var row : kind.getValue().entrySet()) {
                write(new Line(kind.getKey(), row.getKey(), row.getValue()));
            }
        }
        Files.move(rewritten, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public static Journal inMemory() {
        return new Journal();
    }

    /** The journal {@code coder.jsonl} of a folder, which is created where it is not there. */
    public static Journal in(Path folder) {
        try {
            return new Journal(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep state in " + folder, e);
        }
    }

    /** Whether there was nothing to go on from. */
    public boolean isNew() {
        return restored.isEmpty();
    }

    <R extends Row> List<R> restore(String kind, Class<R> type) {
        return restored.getOrDefault(kind, Map.of()).values().stream()
                .map(row -> JSON.convertValue(row, type))
                .toList();
    }

    void append(String kind, Row row) {
        if (lines != null) {
            write(new Line(kind, row.id(), JSON.valueToTree(row)));
        }
    }

    void appendRemoval(String kind, String id) {
        if (lines != null) {
            write(new Line(kind, id, null));
        }
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(String text) {
        try {
            Line line = JSON.readValue(text, Line.class);
            Map<String, JsonNode> rows = restored.computeIfAbsent(line.kind(), kind -> new LinkedHashMap<>());
            if (line.row() == null || line.row().isNull()) {
                rows.remove(line.id());
            } else {
                rows.put(line.id(), line.row());
            }
        } catch (JsonProcessingException e) {
            // The last line of a process that was killed while it wrote: its call was never answered.
        }
    }

    private void write(Line line) {
        try {
            if (lines != null) {
                lines.write(JSON.writeValueAsString(line) + "\n");
                lines.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(String kind, String id, @Nullable JsonNode row) {}
}
