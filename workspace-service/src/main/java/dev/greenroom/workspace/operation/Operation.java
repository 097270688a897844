package dev.greenroom.workspace.operation;

import static dev.greenroom.contracts.OperationStatus.ACCEPTED;
import static dev.greenroom.contracts.OperationStatus.FAILED;
import static dev.greenroom.contracts.OperationStatus.RUNNING;
import static dev.greenroom.contracts.OperationStatus.SUCCEEDED;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.workspace.database.StoredJson;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A command and where it is in its life. Its methods are the legal transitions, and no others.
 *
 * <pre>
 *              attempted()                  attempted(), underWay(…)
 *               ┌─────┐                        ┌─────┐
 *               │     ▼                        │     ▼
 *            ┌──┴────────┐   underWay(…)    ┌──┴────────┐
 *   accepted │ ACCEPTED  │ ───────────────▶ │  RUNNING  │
 *            └──┬─────┬──┘                  └──┬─────┬──┘
 *               │     └── succeeded(…) ──┐     │     │
 *               │                        ▼     │     │
 *               │                  SUCCEEDED ◀─┘     │
 *               └────── failed(…) ─────▶ FAILED ◀────┘
 * </pre>
 *
 * A settled one never changes again, but for a pre-provisioning that has failed without a workspace: what caused it may
 * cause it anew, and the same operation is accepted again under a higher revision.
 *
 * @param revision grows with each change that others are told of
 * @param progress what was last recorded, as JSON
 * @param attempts how often in a row it had to wait
 * @param linkGeneration the owner's link as it was known when this was accepted; where none was, that of its first loan.
 *     It is done with no other's rights ({@link #mayBeDoneWith})
 */
public record Operation(
        WorkspaceCommand command,
        OperationStatus status,
        long revision,
        @Nullable String progress,
        int attempts,
        @Nullable Long linkGeneration,
        @Nullable UUID workspaceId,
        @Nullable Failure failure,
        Instant acceptedAt,
        Instant updatedAt) {

    /** @param linkGeneration null where the owner is not known to have an account linked */
    public static Operation accepted(
            WorkspaceCommand command, long revision, @Nullable Long linkGeneration, Instant now) {
        return new Operation(
                command, ACCEPTED, revision, null, 0, linkGeneration, workspaceOf(command), null, now, now);
    }

    /** The workspace that a command names; null for one that does not, whose workspace is found when it is carried out. */
    private static @Nullable UUID workspaceOf(WorkspaceCommand command) {
        return switch (command) {
            case OfWorkspace of -> of.workspaceId();
            case CreateWorkspace _, ListWorkspaces _ -> null;
        };
    }

    public UUID id() {
        return command.id();
    }

    /** Whether anything may have been done at Coder. */
    public boolean begun() {
        return progress != null;
    }

    /** It has to wait, and nothing has changed otherwise. */
    public Operation attempted() {
        requireOpen();
        return new Operation(
                command,
                status,
                revision,
                progress,
                attempts + 1,
                linkGeneration,
                workspaceId,
                failure,
                acceptedAt,
                updatedAt);
    }

    /**
     * Whether it may be done with the rights of that link. What was asked for under another link is not: that may be
     * another person's at Coder. Its stamp alone doesn't tell, since commands and accounts come on topics that don't
     * wait for each other: a command may have been accepted under a later link than it was asked for under. So what was
     * asked for before the link began isn't done with it, either. Nobody asked for a pre-provisioning: until something
     * was begun, it goes on under the new link, since whether its owner agrees is looked at again.
     *
     * <p>The gateway's clock is compared with auth-service's. Where the gateway's is behind, what is asked for within the
     * difference after linking fails though it need not, and its owner asks again. Where it is ahead, what was asked for
     * within the difference before the new link counts as asked for under it, where it bears no other stamp; between the
     * two the owner has linked anew, which takes a person longer than the clocks of one cluster differ. So there is no
     * tolerance: in the one direction it would carry out too much, in the other it would fail whatever is asked for at
     * once after linking.
     *
     * @param began when that link began; null where its event has not come through yet
     */
    public Permission mayBeDoneWith(long generation, @Nullable Instant began) {
        var nobodyAsked = command.cause() == Cause.PREPROVISION && !begun();
        if (linkGeneration != null && linkGeneration != generation && !nobodyAsked) {
            return Permission.NO;
        }
        if (began == null) {
            return Permission.NOT_YET;
        }
        return command.cause() == Cause.REQUESTED && command.issuedAt().isBefore(began)
                ? Permission.NO
                : Permission.YES;
    }

    /** It is being done with the rights of this link. */
    public Operation with(long generation) {
        requireOpen();
        return new Operation(
                command, status, revision, progress, attempts, generation, workspaceId, failure, acceptedAt, updatedAt);
    }

    public Operation underWay(Progress next, @Nullable UUID workspace, Instant now) {
        requireOpen();
        return told(RUNNING, StoredJson.write(next), workspace, null, now);
    }

    public Operation succeeded(@Nullable UUID workspace, Instant now) {
        requireOpen();
        return told(SUCCEEDED, progress, workspace, null, now);
    }

    public Operation failed(Failure why, Instant now) {
        requireOpen();
        return told(FAILED, progress, workspaceId, why, now);
    }

    /** What was recorded, where it is of that kind. */
    public <P extends Progress> Optional<P> progress(Class<P> kind) {
        return Optional.ofNullable(progress).map(json -> StoredJson.read(json, kind));
    }

    private Operation told(
            OperationStatus next,
            @Nullable String recorded,
            @Nullable UUID workspace,
            @Nullable Failure why,
            Instant now) {
        var changed = next != status || !Objects.equals(workspace, workspaceId);
        return new Operation(
                command,
                next,
                changed ? revision + 1 : revision,
                recorded,
                0,
                linkGeneration,
                workspace,
                why,
                acceptedAt,
                now);
    }

    private void requireOpen() {
        if (status.settled()) {
            throw new IllegalStateException("a settled operation does not change: " + id());
        }
    }
}
