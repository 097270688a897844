package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entity's effective Coder configuration: the operator's defaults, the entity's {@code spec.coder}, and its
 * repository URL, put together. The words are those of {@code spec.coder}.
 *
 * @param organization the Coder organization that has the template; the default one where null
 * @param templateName the template; null where no workspace can be created
 * @param mode how Coder's create form opens from {@code creationUrl}; it creates nothing by itself
 * @param params the template's parameters as Coder takes them, the repository URL included
 * @param preset the template's preset by name
 * @param repositoryUrl the entity's repository, cleaned of branch and folder
 * @param creationUrl Coder's create form, filled in; null without a template
 * @param owners the users that own the entity, through groups too
 * @param preprovision the author's opt-in to workspaces that nobody asked for; null without it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoderConfig(
        @Nullable String organization,
        @Nullable String templateName,
        Mode mode,
        Map<String, String> params,
        @Nullable String preset,
        @Nullable URI repositoryUrl,
        @Nullable URI creationUrl,
        List<UserRef> owners,
        @Nullable Preprovision preprovision) {

    public CoderConfig {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        owners = List.copyOf(owners);
    }

    /** Coder's {@code mode} of a creation link. */
    public enum Mode {
        @JsonProperty("auto")
        AUTO,
        @JsonProperty("manual")
        MANUAL
    }

    /**
     * The author's part of the agreement to pre-provision.
     *
     * @param generation how often the author has opted in: a workspace is created once for each, so that one that its
     *     user deleted does not come back by itself
     * @param users the owners that it is for; empty means all of them
     * @param start whether the workspace is left running after its first build
     * @param maxWorkspaces how many of the owners have one at the same time that came up with nobody asking; null for as
     *     many as the operator allows
     * @param ttl how long Coder leaves the workspace running after a start: from a minute to less than 30 days; null for
     *     the template's own default
     * @param snapshot whether this opt-in stood already when the catalog was first read whole: to connect a catalog must
     *     not create hundreds of workspaces at once. A later one, which has a generation of its own, is none of the
     *     snapshot
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Preprovision(
            long generation,
            List<UserRef> users,
            boolean start,
            @Nullable Integer maxWorkspaces,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Duration ttl,

            @AbsentMeans(false) boolean snapshot) {
        public Preprovision {
            users = List.copyOf(users);
        }

        /** The same opt-in with its count, which only the history of the entity knows. */
        public Preprovision inGeneration(long count, boolean ofSnapshot) {
            return new Preprovision(count, users, start, maxWorkspaces, ttl, ofSnapshot);
        }
    }
}
