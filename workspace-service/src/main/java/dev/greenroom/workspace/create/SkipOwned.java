package dev.greenroom.workspace.create;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.build.Attempt;
import dev.greenroom.workspace.configuration.EntityRepository;
import dev.greenroom.workspace.list.ReadOutcome;
import dev.greenroom.workspace.list.ReadWorkspaces;
import dev.greenroom.workspace.queue.Step;
import dev.greenroom.workspace.view.Listing;
import dev.greenroom.workspace.view.ViewStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Nobody is given a second workspace for a repository that they did not ask for. The view may know nothing of this
 * user, or a workspace that they have deleted since, so it is brought up to date first.
 */
@ApplicationScoped
class SkipOwned {

    private final ViewStore view;
    private final ReadWorkspaces read;

    SkipOwned(ViewStore view, ReadWorkspaces read) {
        this.view = view;
        this.read = read;
    }

    Optional<Step> ifOwned(Attempt<CreateWorkspace> attempt, Published published) {
        var repository = EntityRepository.of(published.config());
        return switch (attempt.command().cause()) {
            case REQUESTED -> Optional.empty();
            case PREPROVISION -> repository.flatMap(wanted -> ifOwned(attempt, wanted));
        };
    }

    private Optional<Step> ifOwned(Attempt<CreateWorkspace> attempt, RepositoryUrl wanted) {
        var listing = new Listing(
                attempt.deployment(),
                attempt.owner(),
                attempt.link(),
                attempt.turn().begunAt(),
                false);
        return switch (read.all(listing, attempt.coder())) {
            case ReadOutcome.Read reading -> {
                QuarkusTransaction.requiringNew().run(reading.show());
                yield shown(attempt, wanted).map(SkipOwned::alreadyThere);
            }
            case ReadOutcome.NotRead(var instead) -> Optional.of(instead);
        };
    }

    private Optional<UUID> shown(Attempt<CreateWorkspace> attempt, RepositoryUrl wanted) {
        return QuarkusTransaction.requiringNew()
                .call(() -> view.workspaceFor(attempt.deployment(), attempt.owner(), wanted));
    }

    private static Step alreadyThere(UUID workspaceId) {
        return new Step.Succeeded(workspaceId, () -> {});
    }
}
