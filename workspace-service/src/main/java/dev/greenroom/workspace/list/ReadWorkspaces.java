package dev.greenroom.workspace.list;

import dev.greenroom.workspace.coder.Answer;
import dev.greenroom.workspace.coder.CoderWorkspace;
import dev.greenroom.workspace.coder.OwnersCoderClient;
import dev.greenroom.workspace.coder.StepAfter;
import dev.greenroom.workspace.coder.WorkspacePage;
import dev.greenroom.workspace.view.Listing;
import dev.greenroom.workspace.view.SeeOutcome;
import dev.greenroom.workspace.view.SeeWorkspace;
import dev.greenroom.workspace.view.SeenWorkspace;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads all workspaces of an owner, page by page, and the parameters of builds that were not known. */
@ApplicationScoped
public class ReadWorkspaces {

    private static final int PAGE = 100;

    private final SeeWorkspace see;
    private final ViewStore view;

    ReadWorkspaces(SeeWorkspace see, ViewStore view) {
        this.see = see;
        this.view = view;
    }

    public ReadOutcome all(Listing listing, OwnersCoderClient coder) {
        // By id: a page that shifts while it is read shows a workspace twice.
        Map<UUID, CoderWorkspace> found = new LinkedHashMap<>();
        for (int offset = 0; ; offset += PAGE) {
            switch (coder.workspaces(PAGE, offset)) {
                case Answer.Ok<WorkspacePage>(var page) -> {
                    page.workspaces().forEach(workspace -> found.put(workspace.id(), workspace));
                    if (page.workspaces().size() < PAGE) {
                        return see(listing, coder, List.copyOf(found.values()));
                    }
                }
                case Answer.NotOk<WorkspacePage> other -> {
                    return new ReadOutcome.NotRead(StepAfter.of(other));
                }
            }
        }
    }

    private ReadOutcome see(Listing listing, OwnersCoderClient coder, List<CoderWorkspace> found) {
        var known = QuarkusTransaction.requiringNew()
                .call(() -> view.repositoriesByBuild(listing.deployment(), listing.owner()));
        List<SeenWorkspace> seen = new ArrayList<>();
        for (var workspace : found) {
            switch (see.of(workspace, known.get(workspace.latestBuild().id()), coder)) {
                case SeeOutcome.Seen(var one) -> seen.add(one);
                case SeeOutcome.NotSeen(var instead) -> {
                    return new ReadOutcome.NotRead(instead);
                }
            }
        }
        return new ReadOutcome.Read(() -> view.showAll(listing, seen));
    }
}
