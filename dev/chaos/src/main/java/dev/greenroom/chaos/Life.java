package dev.greenroom.chaos;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.WorkspaceEvent.Failure;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operation's life as its events have told it.
 *
 * @param begunAt when it was told that it had begun, counted in events; the events of one owner are in their order
 * @param settledAt the same of its first end; {@link Long#MAX_VALUE} until then
 */
record Life(
        OperationStatus status,
        long revision,
        @Nullable UUID workspaceId,
        @Nullable Failure failure,
        long begunAt,
        long settledAt) {

    /** Events may come twice, so that only a higher revision counts. */
    static Life after(@Nullable Life before, OperationChanged event, long now) {
        if (before != null && before.revision >= event.revision()) {
            return before;
        }
        var begun = event.status() == OperationStatus.ACCEPTED ? Long.MAX_VALUE : now;
        var end = event.status().settled() ? now : Long.MAX_VALUE;
        return new Life(
                event.status(),
                event.revision(),
                event.workspaceId(),
                event.failure(),
                before == null ? begun : Math.min(before.begunAt, begun),
                before == null ? end : Math.min(before.settledAt, end));
    }

    boolean settled() {
        return status.settled();
    }

    boolean succeeded() {
        return status == OperationStatus.SUCCEEDED;
    }
}
