package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The operator's part of each configuration; the words are those of the existing plugin's app configuration.
 *
 * @param deployment the Coder deployment that this is about
 * @param accessUrl Coder's address for browsers
 * @param withoutSpecCoder whether all of this is for entities, too, that say nothing about Coder
 * @param repoUrlParamKeys the parameters that take the repository's URL, whatever else is set for them
 */
public record CoderDefaults(
        String deployment,
        URI accessUrl,
        boolean withoutSpecCoder,
        @Nullable String templateName,
        CoderConfig.Mode mode,
        List<String> repoUrlParamKeys,
        Map<String, String> params) {

    public CoderDefaults {
        repoUrlParamKeys = List.copyOf(repoUrlParamKeys);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        if (repoUrlParamKeys.isEmpty()) {
            throw new IllegalArgumentException("repoUrlParamKeys needs at least one parameter");
        }
    }
}
