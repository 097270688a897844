package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.paging.Page;
import dev.greenroom.paging.PageRequest;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.configuration.OptedIn;
import dev.greenroom.workspace.database.UnreadableRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reports what would be made, page by page: each opt-in with each of those whom it is for. */
@ApplicationScoped
class ReportDryRun {

    private static final int ENTITIES_AT_A_TIME = 50;

    private final ConfigurationStore configurations;
    private final JudgeOptIn judge;
    private final DryRunStore store;
    private final String deployment;

    ReportDryRun(
            ConfigurationStore configurations,
            JudgeOptIn judge,
            DryRunStore store,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.configurations = configurations;
        this.judge = judge;
        this.store = store;
        this.deployment = deployment;
    }

    private record Pair(Published published, UserRef owner) {

        UUID id() {
            return Due.of(published, owner).id();
        }

        DryRunPlace place() {
            return new DryRunPlace(published.entityRef(), owner);
        }
    }

    Page<DryRunItem> page(PageRequest<DryRunPlace> request) {
        var page = Page.of(pairs(request.last(), request.limit() + 1), request.limit(), Pair::place);
        var limits = store.waiting(page.items().stream().map(Pair::id).toList());
        return page.map(pair -> judge.judge(pair.published(), pair.owner(), limits.get(pair.id())));
    }

    private List<Pair> pairs(@Nullable DryRunPlace after, int most) {
        var pairs = new ArrayList<>(restOf(after));
        var last = after == null ? "" : after.entityRef().toString();
        var some = configurations.optedInAfter(deployment, last, ENTITIES_AT_A_TIME);
        while (!some.isEmpty() && pairs.size() < most) {
            some.stream().flatMap(ReportDryRun::pairsOf).forEach(pairs::add);
            some = configurations.optedInAfter(
                    deployment, some.getLast().entityRef().toString(), ENTITIES_AT_A_TIME);
        }
        return pairs.subList(0, Math.min(pairs.size(), most));
    }

    /** The page before may have ended among the owners of an entity. */
    private List<Pair> restOf(@Nullable DryRunPlace after) {
        if (after == null) {
            return List.of();
        }
        try {
            return configurations.latest(deployment, after.entityRef()).stream()
                    .flatMap(ReportDryRun::pairsOf)
                    .filter(pair -> pair.owner().compareTo(after.owner()) > 0)
                    .toList();
        } catch (UnreadableRow e) {
            return List.of();
        }
    }

    private static Stream<Pair> pairsOf(CoderConfigEvent event) {
        return event instanceof Published published
                ? OptedIn.users(published).stream().map(owner -> new Pair(published, owner))
                : Stream.empty();
    }
}
