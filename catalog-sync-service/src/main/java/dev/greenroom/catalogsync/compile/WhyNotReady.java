package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why no workspace can be created from a configuration that is sound otherwise. */
final class WhyNotReady {
    private WhyNotReady() {}

    static List<Reason> of(CoderDefaults defaults, CoderSpec spec, CoderConfig config) {
        return Stream.concat(noTemplate(spec, config).stream(), noRepository(defaults, config).stream())
                .toList();
    }

    private static Optional<Reason> noTemplate(CoderSpec spec, CoderConfig config) {
        if (config.templateName() != null) {
            return Optional.empty();
        }
        var what = spec.templateName() == null
                ? "names no template, and there is no default for it"
                : "is empty, so that there is no template";
        return Optional.of(Path.CODER.at("templateName").reason(ReasonCode.NO_TEMPLATE, what));
    }

    private static Optional<Reason> noRepository(CoderDefaults defaults, CoderConfig config) {
        var keys = defaults.repoUrlParamKeys();
        if (keys.stream().anyMatch(key -> !config.params().getOrDefault(key, "").isBlank())) {
            return Optional.empty();
        }
        var what = "says nothing about a repository, and neither do the parameters (" + String.join(", ", keys) + ")";
        return Optional.of(Path.SOURCE_LOCATION.reason(ReasonCode.NO_REPO_URL, what));
    }
}
