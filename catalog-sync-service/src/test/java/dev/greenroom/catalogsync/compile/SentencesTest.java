package dev.greenroom.catalogsync.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an author is told: each finding is a sentence that begins with the place in their YAML. */
class SentencesTest {
    private static final String GITHUB = "url:https://github.com/acme/payments";
    private static final String LOCATION = "metadata.annotations.backstage.io/source-location";

    private record Told(ReasonCode code, String coder, String location, String sentence) {}

    private static final List<Told> TOLD = List.of(
            told(
                    ReasonCode.NO_TEMPLATE,
                    "{}",
                    "spec.coder.templateName names no template, and there is no default for it."),
            told(
                    ReasonCode.NO_TEMPLATE,
                    "{templateName: ''}",
                    "spec.coder.templateName is empty, so that there is no template."),
            new Told(
                    ReasonCode.NO_REPO_URL,
                    "{}",
                    null,
                    LOCATION + " says nothing about a repository, and neither do the parameters (repo_url)."),
            new Told(
                    ReasonCode.SOURCE_LOCATION_IGNORED,
                    "{}",
                    "file:/a",
                    LOCATION + " is no web address of a repository (url:https://…), and was left out."),
            told(ReasonCode.INVALID_VALUE, "x", "spec.coder must be a mapping, and is a text."),
            told(ReasonCode.INVALID_VALUE, "[]", "spec.coder must be a mapping, and is a list."),
            told(ReasonCode.INVALID_VALUE, "{mode: x}", "spec.coder.mode must be auto or manual."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{templateName: null}",
                    "spec.coder.templateName is empty: write '' for no template, or leave the key out for the default"
                            + " one."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{templateName: {}}",
                    "spec.coder.templateName must be a text, and is a mapping."),
            told(ReasonCode.INVALID_VALUE, "{templateName: ..}", "spec.coder.templateName is no name."),
            told(ReasonCode.INVALID_VALUE, "{params: 1}", "spec.coder.params must be a mapping, and is a number."),
            told(ReasonCode.INVALID_VALUE, "{params: {'': x}}", "spec.coder.params. is no parameter's name."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{params: {a: \"\\0\"}}",
                    "spec.coder.params.a has characters that can't be stored or sent."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: null}",
                    "spec.coder.preprovision must be true, false or a mapping, and is empty."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: {for: all}}",
                    "spec.coder.preprovision.for must be owners or a list of users."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: {for: [jane]}}",
                    "spec.coder.preprovision.for[0] must be a user's full reference, such as user:default/jane."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: {start: 'no'}}",
                    "spec.coder.preprovision.start must be true or false, and is a text."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: {maxWorkspaces: 0}}",
                    "spec.coder.preprovision.maxWorkspaces must be a whole number of at least 1."),
            told(
                    ReasonCode.INVALID_VALUE,
                    "{preprovision: {ttl: 30d}}",
                    "spec.coder.preprovision.ttl must be a time from 1m to less than 30d, such as 8h, 1h30m or 2d."),
            told(
                    ReasonCode.UNKNOWN_DEPLOYMENT,
                    "{deployment: staging}",
                    "spec.coder.deployment names a Coder deployment that isn't served here."),
            told(
                    ReasonCode.TOO_LARGE,
                    "{preset: " + "x".repeat(16_384) + "}",
                    "spec.coder has more than 16384 characters of text."),
            told(
                    ReasonCode.TAKEN_AS_TEXT,
                    "{params: {cpu: 8}}",
                    "spec.coder.params.cpu is a number, and was taken as its text: put it in quotes."),
            told(
                    ReasonCode.TAKEN_AS_TEXT,
                    "{preset: true}",
                    "spec.coder.preset is a boolean, and was taken as its text: put it in quotes."),
            told(ReasonCode.EMPTY_VALUE, "null", "spec.coder is empty, and was read as if it weren't there."),
            told(
                    ReasonCode.EMPTY_VALUE,
                    "{mode: null}",
                    "spec.coder.mode is empty, and was read as if it weren't there."),
            told(ReasonCode.UNKNOWN_KEY, "{tmpl: x}", "spec.coder.tmpl means nothing here, and was left out."),
            told(
                    ReasonCode.NOT_AN_OWNER,
                    "{preprovision: {for: ['user:default/mallory']}}",
                    "spec.coder.preprovision.for names user:default/mallory, who doesn't own this, and was left out."));

    private static Told told(ReasonCode code, String coder, String sentence) {
        return new Told(code, coder, GITHUB, sentence);
    }

    static Stream<Arguments> told() {
        return TOLD.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("told")
    void saysIt(Told told) {
        var compilation = CompileCoderConfig.compile(
                Compile.NO_DEFAULTS, Compile.entity(Compile.yaml(told.coder()), told.location()));

        assertThat(reasons(compilation))
                .filteredOn(reason -> reason.code().equals(told.code().name()))
                .extracting(Reason::message)
                .containsExactly(told.sentence());
    }

    /** Of owners there have to be thousands: see {@link CompileCoderConfigTest}. */
    @Test
    void areThereForEachCode() {
        assertThat(TOLD.stream().map(Told::code).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReasonCode.values())
                        .filter(code -> code != ReasonCode.OWNERS_LEFT_OUT)
                        .toList());
    }

    private static List<Reason> reasons(Compilation compilation) {
        return switch (compilation) {
            case Compilation.Compiled compiled ->
                Stream.of(compiled.notReady(), compiled.warnings())
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .toList();
            case Compilation.Invalid invalid -> invalid.reasons();
            case Compilation.NotConfigured _ -> List.of();
        };
    }
}
