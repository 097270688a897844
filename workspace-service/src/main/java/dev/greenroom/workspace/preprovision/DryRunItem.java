package dev.greenroom.workspace.preprovision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an opt-in for one of those whom it is for.
 *
 * @param templateName of the workspace; null where the entity has none
 * @param wouldBeMade whether a workspace would be created, if nothing was paused and the hour's limit allowed it
 * @param reasons why not; none where it would
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DryRunItem(
        EntityRef entityRef, UserRef owner, @Nullable String templateName, boolean wouldBeMade, List<Why> reasons) {

    DryRunItem {
        reasons = List.copyOf(reasons);
    }

    /** @param code stable, in lower case with hyphens */
    record Why(String code, String message) {}
}
