package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.catalogsync.repository.RepositoryAddress;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.UserRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what an entity's workspaces are made from: the operator's defaults, over them {@code spec.coder}, over
 * both the repository's URL into each of {@code repoUrlParamKeys}.
 *
 * <p>The results are those of Coder's own Backstage plugin where that one has a result. It throws on a number, a bad
 * mode or {@code spec.coder: null}; here every value is read or named as the reason why not, and nothing throws.
 */
public final class CompileCoderConfig {
    private static final String URL_TYPE = "url:";

    private CompileCoderConfig() {}

    /** A pure function: the same defaults and the same entity give the same compilation. */
    public static Compilation compile(CoderDefaults defaults, CatalogEntity entity) {
        if (!defaults.withoutSpecCoder() && isEmpty(entity.coder())) {
            return new Compilation.NotConfigured();
        }
        var findings = new Findings();
        var spec = ReadCoderSpec.read(entity.coder(), findings);
        var repository = repository(entity.sourceLocation(), findings);
        var params = params(defaults, spec, repository);
        CheckSpec.check(defaults, spec, params, findings);
        if (!findings.invalid().isEmpty()) {
            return new Compilation.Invalid(findings.invalid());
        }
        var config = config(defaults, spec, repository, params, entity, findings);
        var notReady = WhyNotReady.of(defaults, spec, config);
        return new Compilation.Compiled(
                config,
                !isEmpty(entity.coder()) || notReady.isEmpty(),
                spec.preprovision() != null,
                notReady,
                findings.warnings());
    }

    /** Whether the author says nothing about Coder; {@code spec.coder: {}} says that it is to be used. */
    private static boolean isEmpty(@Nullable JsonNode coder) {
        return coder == null || coder.isNull();
    }

    private static @Nullable RepositoryAddress repository(@Nullable String location, Findings findings) {
        if (location == null) {
            return null;
        }
        var url = location.startsWith(URL_TYPE)
                ? RepositoryAddress.parse(location.substring(URL_TYPE.length()))
                : Optional.<RepositoryAddress>empty();
        if (url.isEmpty()) {
            var why = "is no web address of a repository (url:https://…), and was left out";
            findings.warn(ReasonCode.SOURCE_LOCATION_IGNORED, Path.SOURCE_LOCATION, why);
        }
        return url.orElse(null);
    }

    private static Map<String, String> params(
            CoderDefaults defaults, CoderSpec spec, @Nullable RepositoryAddress repository) {
        var params = new LinkedHashMap<>(defaults.params());
        params.putAll(spec.params());
        if (repository != null) {
            defaults.repoUrlParamKeys().forEach(key -> params.put(key, repository.toString()));
        }
        return params;
    }

    /** Those whom the author names come first: they are who is pre-provisioned for. */
    private static List<UserRef> owners(
            Owners all, CoderConfig.@Nullable Preprovision preprovision, Findings findings) {
        var fitting = all.fitting(preprovision == null ? List.of() : preprovision.users());
        var leftOut = all.users().size() - fitting.size();
        if (leftOut > 0) {
            var what = "stands for more users than a message carries, and " + leftOut + " of them were left out";
            findings.warn(ReasonCode.OWNERS_LEFT_OUT, Path.OWNER, what);
        }
        return fitting;
    }

    private static CoderConfig config(
            CoderDefaults defaults,
            CoderSpec spec,
            @Nullable RepositoryAddress repository,
            Map<String, String> params,
            CatalogEntity entity,
            Findings findings) {
        var template = template(defaults, spec);
        var preprovision = ForOwners.of(spec.preprovision(), entity.owners(), findings);
        var mode = spec.mode() == null ? defaults.mode() : spec.mode();
        return new CoderConfig(
                spec.organization(),
                template,
                mode,
                params,
                spec.preset(),
                repository == null ? null : repository.value(),
                template == null
                        ? null
                        : CreationUrl.of(defaults.accessUrl(), spec.organization(), template, mode, params),
                owners(entity.owners(), preprovision, findings),
                preprovision);
    }

    /** An empty name is the author's way to say that there is none, whatever the default. */
    private static @Nullable String template(CoderDefaults defaults, CoderSpec spec) {
        var name = spec.templateName() == null ? defaults.templateName() : spec.templateName();
        return name == null || name.isBlank() ? null : name;
    }
}
