package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's defaults for every entity; the existing plugin has them in Backstage's app. */
@ConfigMapping(prefix = "greenroom.catalog.defaults")
interface DefaultsConfig {

    /** Whether these are for entities, too, that have no {@code spec.coder}; nothing is said about those where not. */
    @WithDefault("true")
    boolean withoutSpecCoder();

    /** The template of entities that name none; without it they are not ready. */
    Optional<String> templateName();

    /** How Coder's create form opens. */
    @WithDefault("manual")
    CoderConfig.Mode mode();

    /** The template parameters that take the repository's URL. */
    @WithDefault("repo_url")
    List<String> repoUrlParamKeys();

    Map<String, String> params();
}
