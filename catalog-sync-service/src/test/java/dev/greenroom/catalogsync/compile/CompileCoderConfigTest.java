package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompileCoderConfigTest {
    private static final String LOCATION = "url:https://github.com/acme/payments/tree/main/";
    private static final CoderDefaults DEFAULTS = new CoderDefaults(
            "default",
            URI.create("https://coder.example.com/"),
            true,
            "devcontainers",
            CoderConfig.Mode.MANUAL,
            List.of("repo_url", "custom_repo"),
            ordered("cpu", "2", "region", "eu-west"));

    static Stream<Arguments> cases() throws IOException {
        var cases = Compile.YAML.readTree(CompileCoderConfigTest.class.getResource("/compile/cases.yaml"));
        return StreamSupport.stream(cases.spliterator(), false)
                .map(c -> Arguments.of(c.get("name").textValue(), c));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void compiles(String name, JsonNode expected) {
        var location =
                expected.has("sourceLocation") ? expected.get("sourceLocation").textValue() : LOCATION;

        var compilation = CompileCoderConfig.compile(DEFAULTS, Compile.entity(expected.get("coder"), location));

        switch (compilation) {
            case Compilation.NotConfigured _ -> throw new AssertionError();
            case Compilation.Compiled compiled -> assertCompiled(compiled, expected);
            case Compilation.Invalid invalid ->
                assertThat(codes(invalid.reasons()))
                        .isEqualTo(texts(expected, "invalid"))
                        .isNotEmpty();
        }
    }

    private static void assertCompiled(Compilation.Compiled actual, JsonNode expected) {
        var config = actual.config();
        var wanted = expected.path("compiled");
        assertThat(wanted.isObject()).as("is expected to compile").isTrue();
        assertThat(config.templateName()).isEqualTo(wanted.path("template").textValue());
        assertThat(config.mode().name()).isEqualTo(wanted.path("mode").textValue());
        assertThat(config.organization()).isEqualTo(wanted.path("organization").textValue());
        assertThat(config.preset()).isEqualTo(wanted.path("preset").textValue());
        assertThat(config.owners()).containsExactly(Compile.JANE, Compile.JOE);
        assertThat(actual.applicable()).isEqualTo(expected.path("applicable").asBoolean(true));
        assertThat(codes(actual.notReady())).isEqualTo(texts(expected, "notReady"));
        assertThat(codes(actual.warnings())).isEqualTo(texts(expected, "warnings"));
        if (expected.has("params")) {
            assertThat(config.params()).isEqualTo(Compile.YAML.convertValue(expected.get("params"), Map.class));
        }
        assertOptIn(actual, expected);
    }

    private static void assertOptIn(Compilation.Compiled actual, JsonNode expected) {
        var wanted = expected.get("preprovision");
        var optIn = actual.config().preprovision();
        assertThat(actual.optedIn())
                .isEqualTo(wanted != null || expected.path("optedIn").booleanValue());
        if (wanted == null) {
            assertThat(optIn).isNull();
        } else {
            assertThat(optIn.users().stream().map(UserRef::toString))
                    .isEqualTo(texts(expected, "preprovision", "users"));
            assertThat(optIn.start()).isEqualTo(wanted.get("start").booleanValue());
            assertThat(String.valueOf(optIn.maxWorkspaces()))
                    .isEqualTo(wanted.path("maxWorkspaces").asText("null"));
            assertThat(String.valueOf(optIn.ttl())).isEqualTo(wanted.path("ttl").asText("null"));
        }
    }

    @Test
    void carriesTheCleanedRepository() {
        assertThat(Compile.compiled(Compile.NO_DEFAULTS, "{}").config().repositoryUrl())
                .isEqualTo(URI.create("https://github.com/acme/payments"));
    }

    /** The defaults and the repository count as well. */
    @ParameterizedTest
    @CsvSource({"params: {? %s : ''}", "params: {note: %s}", "templateName: %s", "organization: %s", "preset: %s"})
    void refusesMoreTextThanALinkCanCarry(String place) {
        var most = 16_384 - "cpu2regioneu-westrepo_url".length() - "https://github.com/acme/payments".length();
        var beside = place.contains("note") ? "note".length() : 0;
        var defaults = new CoderDefaults(
                "default",
                URI.create("https://coder.example.com/"),
                true,
                null,
                CoderConfig.Mode.MANUAL,
                List.of("repo_url"),
                DEFAULTS.params());

        assertThat(Compile.coder(defaults, "{" + place.formatted("x".repeat(most - beside)) + "}"))
                .isInstanceOf(Compilation.Compiled.class);
        var tooMuch = (Compilation.Invalid)
                Compile.coder(defaults, "{" + place.formatted("x".repeat(most - beside + 1)) + "}");
        assertThat(codes(tooMuch.reasons())).containsExactly("TOO_LARGE spec.coder");
    }

    @ParameterizedTest
    @CsvSource({"\\u6F22, 63", "\\u0001, 63", "\\u0001, 253"})
    void makesNoMessageThatTheBrokerRefuses(String character, int longestName) {
        var owners = IntStream.range(0, 5_000)
                .mapToObj(i -> new UserRef("n".repeat(longestName), "x".repeat(longestName - 5) + (10_000 + i)))
                .toList();
        var coder = "{params: {a: \"%s\"}, preprovision: {for: [%s]}}"
                .formatted(
                        character.repeat(16_000),
                        String.join(
                                ",",
                                owners.stream()
                                        .map(owner -> "\"" + owner + "\"")
                                        .toList()));
        var entity = new CatalogEntity(
                EntityRef.parse("component:a/b"), "uid", Compile.yaml(coder), null, Owners.of(owners));

        var compiled = (Compilation.Compiled) CompileCoderConfig.compile(DEFAULTS, entity);

        var event = new CoderConfigEvent.Published(
                "default",
                entity.ref(),
                "uid",
                1,
                Instant.EPOCH,
                compiled.applicable(),
                compiled.inGeneration(1, true),
                compiled.notReady(),
                compiled.warnings());
        assertThat(new MessageCodec("test", Clock.systemUTC())
                        .encode(event, null)
                        .value())
                .hasSizeBetween(600_000, 950_000);
    }

    @Test
    void saysHowManyOwnersItLeavesOut() {
        var owners = IntStream.range(0, 40_000)
                .mapToObj(i -> new UserRef("default", "user" + (10_000 + i)))
                .toList();
        var entity =
                new CatalogEntity(EntityRef.parse("component:a/b"), "uid", Compile.yaml("{}"), null, Owners.of(owners));

        var compiled = (Compilation.Compiled) CompileCoderConfig.compile(DEFAULTS, entity);

        assertThat(compiled.config().owners()).isEqualTo(owners.subList(0, 2_000));
        assertThat(compiled.warnings())
                .extracting(Reason::message)
                .containsExactly("spec.owner stands for more users than a message carries, and 38000 of them were"
                        + " left out.");
    }

    @Test
    void keepsThoseOwnersWhomTheAuthorNames() {
        var owners = IntStream.range(0, 40_000)
                .mapToObj(i -> new UserRef("default", "user" + (10_000 + i)))
                .toList();
        var coder = Compile.yaml("{preprovision: {for: ['user:default/user49999']}}");
        var entity = new CatalogEntity(EntityRef.parse("component:a/b"), "uid", coder, null, Owners.of(owners));

        var compiled = (Compilation.Compiled) CompileCoderConfig.compile(DEFAULTS, entity);

        assertThat(compiled.config().owners()).hasSize(2_000).isSorted().contains(owners.getFirst(), owners.getLast());
        assertThat(compiled.config().preprovision().users()).containsExactly(owners.getLast());
        assertThat(codes(compiled.warnings())).containsExactly("OWNERS_LEFT_OUT spec.owner");
    }

    @Test
    void boundsWhatItSaysAboutOneEntity() {
        var wrong = new StringBuilder("{");
        for (int i = 0; i < 1_000; i++) {
            wrong.append("k".repeat(300)).append(i).append(": [],");
        }

        var compilation = (Compilation.Invalid) Compile.coder(DEFAULTS, "{params: " + wrong + "}}");

        assertThat(compilation.reasons())
                .hasSize(20)
                .allMatch(reason -> reason.path().length() <= 201);
    }

    @Test
    void refusesTextThatCanNotBeStoredOrSent() {
        var compilation = Compile.coder(DEFAULTS, "{params: {a: \"x\\u0000\", b: \"\\uD800\", \"\\uD800\": c}}");

        assertThat(codes(((Compilation.Invalid) compilation).reasons()))
                .containsExactly(
                        "INVALID_VALUE spec.coder.params.a",
                        "INVALID_VALUE spec.coder.params.b",
                        "INVALID_VALUE spec.coder.params.\uFFFD");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"null", "~"})
    void saysNothingOfEntitiesThatTakeNoDefaults(String coder) {
        var defaults = withoutSpecCoder(false);

        assertThat(CompileCoderConfig.compile(
                        defaults, Compile.entity(coder == null ? null : Compile.yaml(coder), LOCATION)))
                .isEqualTo(new Compilation.NotConfigured());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{mode: auto}", "{templateName: ''}", "{mode: x}", "java-maven", "[]", "''"})
    void saysTheSameOfEntitiesWithASpecCoderWhetherOthersTakeDefaultsOrNot(String coder) {
        assertThat(Compile.coder(withoutSpecCoder(false), coder))
                .isEqualTo(Compile.coder(withoutSpecCoder(true), coder))
                .isNotEqualTo(new Compilation.NotConfigured());
    }

    private static CoderDefaults withoutSpecCoder(boolean take) {
        return new CoderDefaults(
                DEFAULTS.deployment(),
                DEFAULTS.accessUrl(),
                take,
                DEFAULTS.templateName(),
                DEFAULTS.mode(),
                DEFAULTS.repoUrlParamKeys(),
                DEFAULTS.params());
    }

    @Test
    void putsTheHistoryOfTheOptInIntoIt() {
        var compiled = Compile.compiled(
                DEFAULTS, "{preprovision: {for: [user:default/joe], start: false, maxWorkspaces: 2, ttl: 8h}}");

        assertThat(compiled.inGeneration(3, false).preprovision())
                .isEqualTo(new CoderConfig.Preprovision(3, List.of(Compile.JOE), false, 2, Duration.ofHours(8), false));
        assertThat(compiled.inGeneration(1, true).preprovision())
                .isEqualTo(new CoderConfig.Preprovision(1, List.of(Compile.JOE), false, 2, Duration.ofHours(8), true));
    }

    @Test
    void hasNoOptInOfTheSnapshotWhereThereIsNone() {
        assertThat(Compile.compiled(DEFAULTS, "{}").inGeneration(0, true).preprovision())
                .isNull();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> reason.code() + " " + reason.path())
                .toList();
    }

    private static List<String> texts(JsonNode node, String... path) {
        for (var key : path) {
            node = node.path(key);
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static Map<String, String> ordered(String... keysAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
