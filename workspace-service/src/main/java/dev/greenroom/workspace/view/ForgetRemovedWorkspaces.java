package dev.greenroom.workspace.view;

import dev.greenroom.workspace.origin.OriginStore;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes rows of workspaces that are gone, once no event about them is on the topic any more. */
@ApplicationScoped
class ForgetRemovedWorkspaces {

    /** The events topic keeps 7 days; its readers may lag. */
    private static final Duration KEEP = Duration.ofDays(14);

    private final ViewStore view;
    private final OriginStore origins;

    ForgetRemovedWorkspaces(ViewStore view, OriginStore origins) {
        this.view = view;
        this.origins = origins;
    }

    @Scheduled(every = "1h", delayed = "11m")
    void goneLongAgo() {
        view.forgetRemovedBefore(KEEP);
        origins.forgetGoneBefore(KEEP);
    }
}
