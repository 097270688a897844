package dev.greenroom.workspace.transition;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.greenroom.workspace.build.AskedBuild;
import dev.greenroom.workspace.coder.Transition;
import dev.greenroom.workspace.operation.Progress;
import java.util.UUID;

/**
 * How far a transition has come.
 *
 * <pre>
 *   (nothing) ──▶ Asking ──▶ Building ──▶ (settled)
 *                  │  ▲          │
 *     nothing was  ▼  │          │ the stop of a restart or an update
 *     begun      Deciding        │
 *                     ▲          │
 *                     └─ Asking ◀┘
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransitionProgress.Deciding.class, name = "deciding"),
    @JsonSubTypes.Type(value = TransitionProgress.Asking.class, name = "asking"),
    @JsonSubTypes.Type(value = TransitionProgress.Building.class, name = "building")
})
sealed interface TransitionProgress extends Progress {

    /**
     * It is certain that the last build that was asked for has not begun: what to ask for is found out anew.
     *
     * @param stopped whether the first half of a restart is done; of no meaning for the others
     */
    record Deciding(boolean stopped) implements TransitionProgress {}

    /** A build may have begun, or not: look before asking for it again. */
    record Asking(AskedBuild build) implements TransitionProgress {}

    /** A build has begun, and is followed. */
    record Building(Transition transition, UUID buildId) implements TransitionProgress {}
}
