package dev.greenroom.workspace.transition;

import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.TransitionWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.Transition;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The build that brings a workspace on to what a command wants of it.
 *
 * @param templateVersionId null for that of the build before
 */
record NextBuild(Transition transition, @Nullable UUID templateVersionId) {

    /**
     * @param workspace of which no build is under way
     * @param stopped whether this command has stopped it
     * @return empty where it is as the command wants it
     */
    static Optional<NextBuild> of(TransitionWorkspace command, CoderWorkspace workspace, boolean stopped) {
        boolean runs = workspace.isAfter(Transition.START);
        return switch (command) {
            case StartWorkspace _ -> unless(runs, Transition.START);
            case StopWorkspace _ -> unless(workspace.isAfter(Transition.STOP), Transition.STOP);
            case RestartWorkspace _ ->
                stopped || workspace.isAfter(Transition.STOP)
                        ? unless(runs, Transition.START)
                        : unless(false, Transition.STOP);
            case UpdateWorkspace _ ->
                runs && !workspace.outdated() ? Optional.empty() : Optional.of(towardsTheActiveVersion(workspace));
            case DeleteWorkspace _ -> unless(false, Transition.DELETE);
        };
    }

    /** Whether a command is done once such a build of its own has succeeded. */
    static boolean isLast(TransitionWorkspace command, Transition transition) {
        return switch (command) {
            case StartWorkspace _, RestartWorkspace _, UpdateWorkspace _ -> transition == Transition.START;
            case StopWorkspace _ -> transition == Transition.STOP;
            case DeleteWorkspace _ -> transition == Transition.DELETE;
        };
    }

    /**
     * What was started is stopped first, well or not, as Coder's own command line does: a template may ignore changes of
     * what runs.
     */
    private static NextBuild towardsTheActiveVersion(CoderWorkspace workspace) {
        return workspace.latestBuild().isA(Transition.START)
                ? new NextBuild(Transition.STOP, null)
                : new NextBuild(Transition.START, workspace.activeVersionId());
    }

    private static Optional<NextBuild> unless(boolean done, Transition transition) {
        return done ? Optional.empty() : Optional.of(new NextBuild(transition, null));
    }
}
