package dev.greenroom.standins.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the services call of Coder and Backstage stands on a recording of success that a contract test replays. */
@Tag("contract")
class EveryEndpointIsRecordedTest {
    private static final Path REPOSITORY = Path.of("../..");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path RECORDINGS = Path.of("src/test/resources");
    private static final Pattern CLIENT = Pattern.compile("@RegisterRestClient\\(configKey = \"(coder|backstage)\"\\)");

    /** With the reason why it may be called all the same. */
    private static final Map<String, String> UNRECORDED = Map.of(
            "GET /api/v2/workspacebuilds/{id}",
            "WorkspaceContractTest.listsBuildsNewestFirst holds it against the recording of the same build by number");

    @ParameterizedTest
    @MethodSource("called")
    void standsOnARecording(Endpoint endpoint) {
        assertThat(replayed().filter(endpoint::isThatOf))
                .as("recordings of %s, which contract tests replay", endpoint)
                .isNotEmpty();
    }

    static Stream<Endpoint> called() {
        return endpoints().filter(endpoint -> !UNRECORDED.containsKey(endpoint.toString()));
    }

    @Test
    void exceptsNothingThatIsNotCalled() {
        assertThat(endpoints().map(Endpoint::toString)).containsAll(UNRECORDED.keySet());
    }

    @Test
    void findsTheClientsOfAllServices() {
        assertThat(clients().map(source -> REPOSITORY.relativize(source).getName(0)))
                .extracting(Path::toString)
                .contains("auth-service", "catalog-sync-service", "gateway", "workspace-service");
    }

    private static Stream<Endpoint> endpoints() {
        return clients().map(EveryEndpointIsRecordedTest::text).flatMap(Endpoint::in);
    }

    private static Stream<Path> clients() {
        return Stream.of("auth-service", "catalog-sync-service", "gateway", "workspace-service")
                .map(service -> REPOSITORY.resolve(service).resolve("src/main/java"))
                .flatMap(sources -> files(sources, ".java").stream())
                .filter(source -> CLIENT.matcher(text(source)).find());
    }

    /** Those with a good answer that the text of a contract test names. */
    private static Stream<Recording> replayed() {
        var tests = files(TESTS, "Test.java").stream()
                .map(EveryEndpointIsRecordedTest::text)
                .collect(Collectors.joining());
        return files(RECORDINGS, ".http").stream()
                .filter(file -> tests.contains(name(file) + "\""))
                .map(file -> Recording.read("/" + RECORDINGS.relativize(file), UnaryOperator.identity()))
                .filter(recording -> recording.status() < 300);
    }

    private static String name(Path recording) {
        return recording.getFileName().toString().replace(".http", "");
    }

    private static List<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
