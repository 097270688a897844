package dev.greenroom.workspace.create;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.greenroom.workspace.operation.Progress;
import java.util.UUID;

/**
 * How far a create has come.
 *
 * <pre>
 *   (nothing) ──▶ Creating ──▶ Building ──▶ (settled)
 *                  │    ▲          │            ▲
 *                  └────┘          └▶ Stopping ─┘   where the author wants it stopped
 *               the next name
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CreateProgress.Creating.class, name = "creating"),
    @JsonSubTypes.Type(value = CreateProgress.Building.class, name = "building"),
    @JsonSubTypes.Type(value = CreateProgress.Stopping.class, name = "stopping")
})
sealed interface CreateProgress extends Progress {

    /**
     * A create under that name may have reached Coder, or not: look before repeating it. The plan is kept whole, so
     * that a configuration which changes meanwhile does not make another workspace of it.
     */
    record Creating(CreatePlan plan, String name) implements CreateProgress {}

    /** The workspace is there. Its build is followed. */
    record Building(CreatePlan plan, UUID workspaceId, UUID buildId) implements CreateProgress {}

    /**
     * A stop may have reached Coder.
     *
     * @param afterBuild the number of the build that it follows: a later one is the stop, and it is not repeated
     */
    record Stopping(CreatePlan plan, UUID workspaceId, long afterBuild) implements CreateProgress {}
}
