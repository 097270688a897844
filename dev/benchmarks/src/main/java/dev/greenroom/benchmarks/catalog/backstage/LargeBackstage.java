package dev.greenroom.benchmarks.catalog.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.quickstart.JsonHttp;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.tokens.SigningKeys;
import dev.greenroom.standins.backstage.tokens.TokenMint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Such a Backstage, and the hold of a benchmark on it. */
public final class LargeBackstage implements AutoCloseable {
    private final JsonHttp http = new JsonHttp();
    private final String token = UUID.randomUUID().toString();
    private final URI url = URI.create("http://127.0.0.1:" + FreePort.find());
    private final SigningKeys keys;
    private final Process process;

    private LargeBackstage(Path state, int entities) {
        // It finds the keys there.
        this.keys = new SigningKeys(state);
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LargeBackstageProcess.class.getName(),
                state.toString(),
                String.valueOf(url.getPort()),
                String.valueOf(entities));
        var builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().put("GREENROOM_BACKSTAGE_TOKEN", token);
        try {
            this.process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns when it answers.
     *
     * @param state a folder for its keys
     */
    public static LargeBackstage start(Path state, int entities) {
        var backstage = new LargeBackstage(state, entities);
        backstage.awaitReady();
        return backstage;
    }

    private void awaitReady() {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        try {
            if (output.readLine() == null) {
                throw new IllegalStateException("the large Backstage did not start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    /** The static token of catalog-sync-service. */
    public String token() {
        return token;
    }

    /** A token of a user's. */
    public String tokenOf(String userRef) {
        var issuer = URI.create(url + "/api/auth");
        return new TokenMint(keys, issuer, Clock.systemUTC()).tokenFor(userRef).mint();
    }

    /** How many requests the catalog had so far. */
    public int requests() {
        var paths = told().path("paths");
        return StreamSupport.stream(paths.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .sum();
    }

    /** What stood as {@code filter} in the last request for a first page, once for each. */
    public List<String> filters() {
        return texts(told().path("filters"));
    }

    private JsonNode told() {
        return http.get(url.resolve("/stand-in/requests"), Map.of()).body();
    }

    /** Changes what so many components say of Coder, others than last time; their references. */
    public List<String> changeComponents(int count) {
        return change("components", count);
    }

    /** Describes so many components anew, others than last time, which changes their etags and nothing for Coder. */
    public void describeComponents(int count) {
        change("descriptions", count);
    }

    /** Changes the members of so many groups, others than last time; the references of the components that they own. */
    public List<String> changeGroups(int count) {
        return change("groups", count);
    }

    /** The same of the group that owns most, a twentieth of all. */
    public List<String> changeLargestGroup() {
        return change("largestGroup", 1);
    }

    /** From now on it answers as fast as it can, and not as the real back end. */
    public void hurry() {
        http.send("POST", url.resolve("/stand-in/hurry"), Map.of(), Map.of());
    }

    private List<String> change(String what, int count) {
        var answer = http.send("POST", url.resolve("/stand-in/changes"), Map.of(), Map.of(what, count));
        return texts(answer.body().path(what));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
