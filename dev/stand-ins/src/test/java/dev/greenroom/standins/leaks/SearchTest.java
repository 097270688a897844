package dev.greenroom.standins.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds, and where. */
class SearchTest {
    private static final Canary CANARY = new Canary("a token", "q+/Zk3vP0aXw9LrT5uYb7Nc1Hd&e");
    private static final Canary OTHER = new Canary("another", "0123456789abcdefghijklmnopqr");
    /** Binary, with a line of its own kind. */
    private static final byte[] NOISE = {0, -1, 10, 0, 127, -128, 13, 10, 0};

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void findsASecretInTheMiddleOfABinaryFileAndSaysWhere() throws IOException {
        write("deep/below/data", CANARY.secret());

        assertThat(search()).singleElement().satisfies(find -> {
            assertThat(find.needle().canary()).isEqualTo(CANARY);
            assertThat(find.needle().form()).isEqualTo("raw");
            assertThat(find.file()).isEqualTo(folder.resolve("deep/below/data"));
            assertThat(find.offset()).isEqualTo(NOISE.length);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsASecretInTheBase64OfSomethingLonger(int before) throws IOException {
        var longer = ("x".repeat(before) + CANARY.secret() + "yz").getBytes(UTF_8);
        write("standard", Base64.getEncoder().encodeToString(longer));
        write("url", Base64.getUrlEncoder().withoutPadding().encodeToString(longer));

        assertThat(search()).hasSize(2).allMatch(find -> find.needle().form().startsWith("base64"));
    }

    @Test
    void findsASecretThatIsWrittenForAUrlOrInHexadecimal() throws IOException {
        write("url", "?code=" + URLEncoder.encode(CANARY.secret(), UTF_8) + "&x");
        write("hex", "\\x" + HexFormat.of().formatHex(CANARY.secret().getBytes(UTF_8)));

        assertThat(search())
                .extracting(find -> find.needle().form())
                .containsExactlyInAnyOrder("URL-encoded", "hexadecimal");
    }

    @Test
    void findsEachOfSeveralSecretsAsOftenAsItIsThere() throws IOException {
        write("one", CANARY.secret() + " " + OTHER.secret() + " " + CANARY.secret());

        assertThat(search()).extracting(find -> find.needle().canary()).containsExactly(CANARY, OTHER, CANARY);
    }

    @Test
    void findsASignedTokenThatNobodyHasNoted() throws IOException {
        var token = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJqYW5lIn0.";
        write("token", "Bearer " + token + "s".repeat(86));
        write("unsigned", token);

        assertThat(search()).singleElement().satisfies(find -> {
            assertThat(find.file()).hasFileName("token");
            assertThat(find.needle().canary().kind()).isEqualTo("signed token, by its shape");
        });
    }

    @Test
    void findsATokenOfASessionThatNobodyHasNoted() throws IOException {
        write("token", "refresh_token=greenroom_refresh_" + "-_9".repeat(15));

        assertThat(search())
                .extracting(find -> find.needle().canary().kind())
                .containsExactly("token of a session, by its shape");
    }

    @Test
    void findsNothingWhereThereIsNothingAndLeavesNoSecretBehind() throws IOException {
        write("part", CANARY.secret().substring(1));

        assertThat(search()).isEmpty();
        assertThat(scratch.resolve("needles")).doesNotExist();
    }

    @Test
    void tellsOfASecretWithoutTellingIt() {
        var needle = Needle.of(CANARY).getFirst();

        assertThat(CANARY.toString() + needle + new Find(folder, 0, needle))
                .contains("a token", "q+/Z")
                .doesNotContain(CANARY.secret().substring(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x/flow/secrets.properties", "/x/flow/services/gateway/config/application.properties"})
    void knowsFilesThatAreThereToHoldSecrets(String file) {
        assertThat(LegitimateHolder.of(Path.of(file))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x/flow/logs/gateway.log", "/x/secrets.properties.log", "/x/config/application.properties"})
    void takesNoOtherForOne(String file) {
        assertThat(LegitimateHolder.of(Path.of(file))).isEmpty();
    }

    private List<Find> search() {
        return new Search(List.of(CANARY, OTHER)).in(List.of(folder), scratch.resolve("needles"));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            out.write(NOISE);
            out.write(text.getBytes(UTF_8));
            out.write(NOISE);
        }
    }
}
