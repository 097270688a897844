package dev.greenroom.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What a Chromium has sent and got: addresses, headers with cookies, and bodies, uncompressed. */
final class NetLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NetLog() {}

    /** All of it as text, that of each connection and answer in one piece. An event is a line of the file. */
    static String read(Path file) {
        var texts = new TreeMap<String, StringBuilder>();
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.startsWith("{\"params\"")).forEach(line -> add(event(line), texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("\n", texts.values());
    }

    private static JsonNode event(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode event, Map<String, StringBuilder> texts) {
        var params = event.path("params");
        var bytes = params.path("bytes");
        var key = event.path("source").path("id") + "/" + event.path("type") + "/" + bytes.isTextual();
        var text = texts.computeIfAbsent(key, first -> new StringBuilder());
        if (bytes.isTextual()) {
            text.append(new String(Base64.getDecoder().decode(bytes.asText()), StandardCharsets.ISO_8859_1));
        } else {
            text.append(params).append('\n');
        }
    }
}
