package dev.greenroom.catalogsync.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.contracts.RepositoryUrl;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code repository/cases.yaml}. */
class RepositoryAddressTest {

    static Stream<Arguments> spellings() throws IOException {
        return cases().flatMap(row -> row.path("spellings")
                .valueStream()
                .map(spelling -> Arguments.of(
                        spelling.textValue(), row.path("repository").textValue())));
    }

    static Stream<String> otherTexts() throws IOException {
        return cases().flatMap(row -> row.path("names nothing").valueStream()).map(JsonNode::textValue);
    }

    private static Stream<JsonNode> cases() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(RepositoryAddressTest.class.getResource("/repository/cases.yaml"))
                .valueStream();
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void namesTheRepository(String spelling, String repository) {
        assertThat(RepositoryAddress.parse(spelling)).contains(new RepositoryAddress(URI.create(repository)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void leavesARepositorysOwnAddressAsItIs(String spelling, String repository) {
        assertThat(RepositoryAddress.parse(repository).map(RepositoryAddress::toString))
                .contains(repository);
        assertThat(RepositoryUrl.read(repository)).isPresent();
    }

    @Test
    void readsWhateverLengthAnAuthorWrites() {
        assertThat(RepositoryAddress.parse("https://git.example.com/x" + ".git".repeat(100_000)))
                .contains(new RepositoryAddress(URI.create("https://git.example.com/x")));
        assertThat(RepositoryAddress.parse("https://git.example.com/x" + "/.git".repeat(100_000)))
                .contains(new RepositoryAddress(URI.create("https://git.example.com/x")));
        assertThat(RepositoryAddress.parse("https://git.example.com/" + "a/".repeat(100_000)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("otherTexts")
    void refusesWhatIsNoWebAddressOfARepository(String text) {
        assertThat(RepositoryAddress.parse(text)).isEmpty();
    }
}
