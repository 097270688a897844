package dev.greenroom.catalogsync.compile;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Refuses what is well written and can't be served all the same. */
final class CheckSpec {
    /** Browsers and proxies stop following links far below this. */
    private static final int MOST_CHARACTERS = 16_384;

    private CheckSpec() {}

    /** @param params with the defaults and the repository */
    static void check(CoderDefaults defaults, CoderSpec spec, Map<String, String> params, Findings findings) {
        if (spec.deployment() != null && !spec.deployment().equals(defaults.deployment())) {
            var what = "names a Coder deployment that isn't served here";
            findings.refuse(ReasonCode.UNKNOWN_DEPLOYMENT, Path.CODER.at("deployment"), what);
        }
        if (characters(spec, params) > MOST_CHARACTERS) {
            var what = "has more than " + MOST_CHARACTERS + " characters of text";
            findings.refuse(ReasonCode.TOO_LARGE, Path.CODER, what);
        }
    }

    private static long characters(CoderSpec spec, Map<String, String> params) {
        return Stream.of(
                        Stream.of(spec.templateName(), spec.organization(), spec.preset()),
                        params.keySet().stream(),
                        params.values().stream())
                .flatMap(texts -> texts)
                .filter(Objects::nonNull)
                .mapToLong(String::length)
                .sum();
    }
}
