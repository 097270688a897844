package dev.greenroom.workspace.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent.Invalid;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Reason;
import dev.greenroom.workspace.view.ShownWorkspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity as its readers see it.
 *
 * @param applicable whether a front end should show Coder on the entity's page: not where nobody has said anything
 *     about Coder and the operator's defaults can't serve it. Whoever wrote what can't be used is to see it
 * @param reasons why no workspace can be created from it; empty when it is ready
 * @param config null where the author's configuration can't be used
 * @param workspaces of the caller, for this entity
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntityView(
        EntityRef entityRef,
        boolean applicable,
        Readiness readiness,
        List<Reason> reasons,
        List<Reason> warnings,
        @Nullable CoderConfig config,
        List<ShownWorkspace> workspaces) {

    /** Whether a workspace can be created. */
    enum Readiness {
        READY,
        NOT_READY
    }

    static EntityView of(Published published, List<ShownWorkspace> workspaces) {
        return new EntityView(
                published.entityRef(),
                published.applicable(),
                published.notReady().isEmpty() ? Readiness.READY : Readiness.NOT_READY,
                published.notReady(),
                published.warnings(),
                published.config(),
                workspaces);
    }

    static EntityView of(Invalid invalid, List<ShownWorkspace> workspaces) {
        return new EntityView(
                invalid.entityRef(), true, Readiness.NOT_READY, invalid.reasons(), List.of(), null, workspaces);
    }
}
