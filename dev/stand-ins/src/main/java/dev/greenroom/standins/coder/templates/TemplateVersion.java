package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.state.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template, with what its builds are like.
 *
 * @param buildTime how long its builds take; null for the stand-in's setting
 * @param buildError what its start builds fail with; null where they succeed
 */
public record TemplateVersion(
        String id,
        String templateId,
        String name,
        String message,
        String createdBy,
        Instant createdAt,
        String jobId,
        String fileId,
        String workerId,
        List<RichParameter> parameters,
        List<Preset> presets,
        List<ExternalAuth> externalAuth,
        @Nullable Duration buildTime,
        @Nullable String buildError)
        implements Row {

    public TemplateVersion {
        parameters = List.copyOf(parameters);
        presets = List.copyOf(presets);
        externalAuth = List.copyOf(externalAuth);
    }

    public Optional<RichParameter> parameter(String parameterName) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(parameterName))
                .findFirst();
    }

    /** What a start build fails with; empty where it succeeds. */
    public Optional<String> startError() {
        return Optional.ofNullable(buildError)
                .or(() -> externalAuth.stream()
                        .filter(auth -> !auth.optional())
                        .findFirst()
                        .map(auth -> "external auth provider \"" + auth.id() + "\" is not linked"));
    }
}
