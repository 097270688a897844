package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CompileCoderConfigPropertyTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final MessageCodec CODEC = new MessageCodec("test", Clock.systemUTC());

    @Property(tries = 500)
    void givesTheSameForTheSame(@ForAll("json") JsonNode coder, @ForAll("locations") String location) {
        var entity = Compile.entity(coder, location);

        var compilation = CompileCoderConfig.compile(Compile.NO_DEFAULTS, entity);

        assertThat(compilation).isEqualTo(CompileCoderConfig.compile(Compile.NO_DEFAULTS, entity));
    }

    @Property(tries = 500)
    void makesAMessageOfWhateverAnAuthorWrites(@ForAll("json") JsonNode coder, @ForAll("locations") String location) {
        var entity = Compile.entity(coder, location);

        var compilation = CompileCoderConfig.compile(Compile.NO_DEFAULTS, entity);

        assertThatCode(() -> CODEC.encode(event(entity, compilation), null)).doesNotThrowAnyException();
    }

    /** However much an author writes, and in whatever order Jackson's nodes come. */
    @Property(tries = 500)
    void boundsWhatItSaysOfWhateverAnAuthorWrites(
            @ForAll("json") JsonNode coder, @ForAll("keys") List<String> keys, @ForAll("locations") String location) {
        var noisy = coder.isObject() ? coder.deepCopy() : JSON.objectNode();
        var params = JSON.objectNode();
        keys.forEach(key -> params.set(key, JSON.nullNode()));
        keys.forEach(key -> ((ObjectNode) noisy).set("x" + key, JSON.arrayNode()));
        ((ObjectNode) noisy).set("params", params);

        var compilation = CompileCoderConfig.compile(Compile.NO_DEFAULTS, Compile.entity(noisy, location));

        for (var reasons : reasons(compilation)) {
            assertThat(reasons).hasSizeLessThanOrEqualTo(20).allSatisfy(reason -> {
                assertThat(reason.path()).hasSizeLessThanOrEqualTo(201).matches("(?s)(spec\\.coder|metadata\\.).*");
                assertThat(reason.message())
                        .hasSizeLessThan(1_000)
                        .startsWith(reason.path() + " ")
                        .endsWith(".");
                assertThat(ReasonCode.valueOf(reason.code())).isNotNull();
                assertThat(PlainText.isSound(reason.message())).isTrue();
            });
        }
    }

    @Property(tries = 500)
    void showsCoderWhereAnAuthorWroteSomethingAndWhereItIsReady(
            @ForAll("json") JsonNode coder, @ForAll("locations") String location) {
        var compilation = CompileCoderConfig.compile(Compile.NO_DEFAULTS, Compile.entity(coder, location));

        if (compilation instanceof Compilation.Compiled compiled) {
            assertThat(compiled.applicable())
                    .isEqualTo(coder.isObject() || compiled.notReady().isEmpty());
            assertThat(compiled.notReady().isEmpty())
                    .isEqualTo(compiled.config().templateName() != null
                            && !compiled.config()
                                    .params()
                                    .getOrDefault("repo_url", "")
                                    .isBlank());
            assertThat(compiled.config().creationUrl() == null)
                    .isEqualTo(compiled.config().templateName() == null);
        }
    }

    @Property(tries = 500)
    void findsAReasonForEachRefusal(@ForAll("json") JsonNode coder) {
        var compilation = CompileCoderConfig.compile(Compile.NO_DEFAULTS, Compile.entity(coder, null));

        if (compilation instanceof Compilation.Invalid invalid) {
            assertThat(invalid.reasons()).isNotEmpty().allMatch(r -> r.path().startsWith("spec.coder"));
        }
    }

    private static List<List<Reason>> reasons(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled compiled -> List.of(compiled.notReady(), compiled.warnings());
            case Compilation.Invalid invalid -> List.of(invalid.reasons());
            case Compilation.NotConfigured _ -> List.of();
        };
    }

    private static CoderConfigEvent event(CatalogEntity entity, Compilation compilation) {
        return switch (compilation) {
            case Compilation.NotConfigured _ -> throw new AssertionError();
            case Compilation.Compiled it ->
                new CoderConfigEvent.Published(
                        "default",
                        entity.ref(),
                        entity.uid(),
                        1,
                        Instant.EPOCH,
                        it.applicable(),
                        it.inGeneration(1, true),
                        it.notReady(),
                        it.warnings());
            case Compilation.Invalid it ->
                new CoderConfigEvent.Invalid(
                        "default",
                        entity.ref(),
                        entity.uid(),
                        1,
                        Instant.EPOCH,
                        entity.owners().fitting(),
                        it.reasons());
        };
    }

    @Provide
    Arbitrary<List<String>> keys() {
        return Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(300),
                        Arbitraries.strings().withCharRange('\uD7F0', '\uE00F').ofMaxLength(300))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> locations() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings().ofMaxLength(40).map(text -> "url:" + text),
                Arbitraries.strings().ofMaxLength(40).map(text -> "url:https://github.com/" + text));
    }

    /** Any JSON, with the keys that matter far more often than chance would have them. */
    @Provide
    Arbitrary<JsonNode> json() {
        return value(3);
    }

    private static Arbitrary<JsonNode> value(int depth) {
        return depth == 0
                ? leaf()
                : Arbitraries.frequencyOf(Tuple.of(2, leaf()), Tuple.of(1, list(depth)), Tuple.of(4, mapping(depth)));
    }

    private static Arbitrary<JsonNode> leaf() {
        return Arbitraries.oneOf(
                Arbitraries.of("auto", "manual", "owners", "user:default/jane", "default", "", "..", "8h", "99999m")
                        .map(JSON::textNode),
                Arbitraries.strings().ofMaxLength(12).map(JSON::textNode),
                Arbitraries.integers().map(JSON::numberNode),
                Arbitraries.bigIntegers().map(JSON::numberNode),
                Arbitraries.of(0.5, 1e300, -0.0, Double.NaN, Double.POSITIVE_INFINITY)
                        .map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
    }

    private static Arbitrary<JsonNode> list(int depth) {
        return value(depth - 1)
                .list()
                .ofMaxSize(3)
                .map(nodes -> JSON.arrayNode().addAll(List.copyOf(nodes)));
    }

    private static Arbitrary<JsonNode> mapping(int depth) {
        var keys = Arbitraries.oneOf(
                Arbitraries.of(
                        "templateName", "mode", "params", "organization", "preset", "deployment", "preprovision"),
                Arbitraries.of("for", "start", "maxWorkspaces", "ttl", "repo_url"),
                Arbitraries.strings().ofMaxLength(6));
        return Arbitraries.maps(keys, value(depth - 1))
                .ofMaxSize(6)
                .map(Map::copyOf)
                .map(fields -> JSON.objectNode().setAll(fields));
    }
}
