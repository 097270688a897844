package dev.greenroom.workspace.build;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace.Build;
import dev.greenroom.workspace.coder.Transition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A build that may have been begun at Coder: written down before it is, so that whoever does not know what became of it
 * can look.
 *
 * @param afterBuild the number of the workspace's latest build before
 * @param templateVersionId null for that of the build before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedBuild(
        Transition transition, long afterBuild, @Nullable UUID templateVersionId) {

    public sealed interface Found {

        /** Nothing has happened since, or not yet. */
        record NotBegun() implements Found {}

        /** The next build is as this one was to be, begun by the workspace's owner. */
        record Ours(Build build) implements Found {}

        /** The workspace has been changed otherwise since. */
        record SomethingElse() implements Found {}
    }

    /**
     * What has become of it. Coder has no mark by which a build could be told for sure: {@code docs/decisions/0011-builds-are-begun-once.md} says
     * what is left.
     */
    public Found in(CoderWorkspace workspace) {
        var latest = workspace.latestBuild();
        if (latest.number() == afterBuild) {
            return new Found.NotBegun();
        }
        return latest.number() == afterBuild + 1
                        && isLike(latest)
                        && latest.initiatorId().equals(workspace.ownerId())
                ? new Found.Ours(latest)
                : new Found.SomethingElse();
    }

    private boolean isLike(Build build) {
        return build.isA(transition)
                && (templateVersionId == null || templateVersionId.equals(build.templateVersionId()));
    }
}
