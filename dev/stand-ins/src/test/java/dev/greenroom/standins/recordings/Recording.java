package dev.greenroom.standins.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One exchange with a real server: the request as it was sent, a line {@code ### response}, and what came back.
 *
 * @param path with the query
 * @param body of the answer; missing where it was empty, a text where it was no JSON
 */
public record Recording(
        String method,
        String path,
        Map<String, String> headers,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        JsonNode body) {
    private static final Pattern BORDER = Pattern.compile("(?im)^### response.*\\R");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Part(String first, Map<String, String> headers, String body) {
        static Part of(String text) {
            var halves = text.strip().split("\\R\\R", 2);
            var lines = halves[0].lines().filter(line -> !line.startsWith("#")).toList();
            var headers = lines.stream()
                    .skip(1)
                    .map(line -> line.split(": ?", 2))
                    .collect(Collectors.toMap(
                            header -> header[0],
                            header -> header[1],
                            (first, second) -> first,
                            () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
            return new Part(lines.getFirst(), headers, halves.length > 1 ? halves[1].strip() : "");
        }
    }

    /**
     * @param resource a file of the test class path: {@code /backstage/by-name.http}
     * @param edit what differs here from where it was recorded, such as the address of the server
     */
    public static Recording read(String resource, UnaryOperator<String> edit) {
        var parts = BORDER.split(edit.apply(text(resource)), 2);
        var request = Part.of(parts[0]);
        var response = Part.of(parts[1]);
        var line = request.first().split(" ");
        return new Recording(
                line[0],
                String.join(" ", Arrays.copyOfRange(line, 1, line.length - 1)),
                request.headers(),
                request.body(),
                Integer.parseInt(response.first().split(" ")[1]),
                response.headers(),
                json(response.body()));
    }

    private static JsonNode json(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return TextNode.valueOf(body);
        }
    }

    private static String text(String resource) {
        try (var stream = Recording.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no recording " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
