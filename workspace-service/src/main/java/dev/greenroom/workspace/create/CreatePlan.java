package dev.greenroom.workspace.create;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.workspace.coder.CreateRequest;
import dev.greenroom.workspace.coder.ParameterValue;
import dev.greenroom.workspace.origin.Configured;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be created, checked against the template.
 *
 * @param names to be tried in this order, the next one where one is taken by something else
 * @param templateVersionId whose parameters were checked
 * @param repositories by which the workspace is recognised; where empty, by its template and parameters
 * @param stopAfterwards whether it is stopped after its first build
 * @param ttlMillis how long it runs after a start; the template's default where null
 * @param configured what the configuration said; null where a version made the plan that did not keep it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreatePlan(
        List<String> names,
        String templateName,
        UUID templateVersionId,
        @Nullable UUID presetId,
        List<ParameterValue> parameters,
        Set<RepositoryUrl> repositories,
        boolean stopAfterwards,
        @Nullable Long ttlMillis,
        @Nullable Configured configured) {

    CreatePlan {
        names = List.copyOf(names);
        parameters = List.copyOf(parameters);
        repositories = Set.copyOf(repositories);
    }

    CreateRequest requestFor(String name) {
        return new CreateRequest(name, templateVersionId, presetId, parameters, ttlMillis);
    }

    /** The name to try after that one; null after the last. */
    @Nullable String nameAfter(String name) {
        var next = names.indexOf(name) + 1;
        return next < names.size() ? names.get(next) : null;
    }
}
