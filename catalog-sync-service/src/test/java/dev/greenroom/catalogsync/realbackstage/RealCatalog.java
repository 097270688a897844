package dev.greenroom.catalogsync.realbackstage;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.greenroom.standins.backstage.RealBackstage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalog of a real Backstage, where each file is a location of its own: what authors write, and what Backstage shows
 * of it.
 */
final class RealCatalog {
    /** Twice a minute what no file has any more is deleted; and the machine may be busy. */
    private static final Duration SLOWEST = Duration.ofMinutes(3);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RealBackstage backstage;

    RealCatalog(RealBackstage backstage) {
        this.backstage = backstage;
    }

    /** The files, without their ending, that Backstage reads from now on. */
    void locations(Collection<String> files) {
        write("locations", files.stream().map(file -> """
                        apiVersion: backstage.io/v1alpha1
                        kind: Location
                        metadata: {name: %1$s}
                        spec: {target: ./%1$s.yaml}
                        """.formatted(file)).collect(Collectors.joining("---\n")));
        // The location of the configuration is named by a hash of where it is.
        awaitThat(() -> count("kind=location") > 0);
        refresh("location:default/"
                + items("kind=location").stream()
                        .map(location -> location.at("/metadata/name").asText())
                        .filter(name -> name.startsWith("generated-"))
                        .findFirst()
                        .orElseThrow());
    }

    void write(String file, Component... components) {
        write(file, Stream.of(components).map(Component::yaml).collect(Collectors.joining("---\n")));
    }

    void write(String file, String yaml) {
        backstage.files().write(file + ".yaml", yaml);
    }

    /** Writes a file that is a location already, and has Backstage read it. */
    void push(String file, Component... components) {
        write(file, components);
        refresh("location:default/" + file);
    }

    void push(String file, String yaml) {
        write(file, yaml);
        refresh("location:default/" + file);
    }

    /** Has Backstage look at an entity and its locations again. */
    void refresh(String ref) {
        send(request("/api/catalog/refresh")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(Map.of("entityRef", ref)))));
    }

    /** An entity as Backstage shows it; missing where it doesn't. */
    JsonNode entity(String ref) {
        var body = json(Map.of("entityRefs", List.of(ref)));
        var found = send(request("/api/catalog/entities/by-refs")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .at("/items/0");
        return found.isNull() ? MissingNode.getInstance() : found;
    }

    JsonNode component(String name) {
        return entity("component:default/" + name);
    }

    /** Whether Backstage keeps it although no file has it. */
    boolean isOrphan(String ref) {
        return entity(ref).at("/metadata/annotations").has("backstage.io/orphan");
    }

    /** The references of what an entity has a relation of this type to. */
    Set<String> related(String ref, String type) {
        return entity(ref)
                .path("relations")
                .valueStream()
                .filter(relation -> relation.path("type").asText().equals(type))
                .map(relation -> relation.path("targetRef").asText())
                .collect(Collectors.toSet());
    }

    /** How many entities fit a filter. */
    int count(String filter) {
        return query(filter, 0).path("totalItems").asInt();
    }

    private List<JsonNode> items(String filter) {
        return query(filter, 1000).path("items").valueStream().toList();
    }

    private JsonNode query(String filter, int limit) {
        return send(request("/api/catalog/entities/by-query?limit=" + limit + "&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8)));
    }

    /** Waits until Backstage shows it. */
    static void awaitThat(Callable<Boolean> shown) {
        awaitThat(SLOWEST, shown);
    }

    static void awaitThat(Duration atMost, Callable<Boolean> shown) {
        await().atMost(atMost).pollInterval(Duration.ofMillis(200)).until(shown);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(backstage.url() + path))
                .header("Authorization", "Bearer " + backstage.staticToken());
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("Backstage answered " + response.statusCode());
            }
            return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
