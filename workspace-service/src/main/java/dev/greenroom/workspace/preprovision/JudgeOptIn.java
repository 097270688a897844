package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.Account;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.configuration.EntityRepository;
import dev.greenroom.workspace.preprovision.DryRunItem.Why;
import dev.greenroom.workspace.view.ViewStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says whether an opt-in would give one of its owners a workspace, and why not, from what is known here. */
@ApplicationScoped
class JudgeOptIn {

    private final PreprovisionPolicy policy;
    private final AccountStore accounts;
    private final ViewStore view;
    private final DryRunStore store;

    JudgeOptIn(PreprovisionPolicy policy, AccountStore accounts, ViewStore view, DryRunStore store) {
        this.policy = policy;
        this.accounts = accounts;
        this.view = view;
        this.store = store;
    }

    /** @param limit that has no room for it, should it be made otherwise; null where there is room */
    DryRunItem judge(Published published, UserRef owner, @Nullable WaitsFor limit) {
        var reasons = new ArrayList<Why>();
        if (!published.notReady().isEmpty()) {
            reasons.add(notReady(published));
        }
        policy.against(published, owner).stream().map(JudgeOptIn::policy).forEach(reasons::add);
        account(published.deployment(), owner).ifPresent(reasons::add);
        fate(published, owner).ifPresent(reasons::add);
        if (reasons.isEmpty() && limit != null) {
            reasons.add(quota(limit));
        }
        return new DryRunItem(
                published.entityRef(), owner, published.config().templateName(), reasons.isEmpty(), reasons);
    }

    private static Why notReady(Published published) {
        return new Why(
                "not-ready",
                "The entity is not ready: "
                        + published.notReady().stream().map(Reason::code).collect(Collectors.joining(", ")) + ".");
    }

    private static Why policy(String setting) {
        return new Why("policy", "The setting greenroom.preprovision." + setting + " does not allow it.");
    }

    private Optional<Why> account(String deployment, UserRef owner) {
        var account = accounts.find(deployment, owner).filter(Account::linked);
        if (account.isEmpty()) {
            return Optional.of(new Why("no-account", "The owner has linked no Coder account."));
        }
        return account.get().preprovisionConsent()
                ? Optional.empty()
                : Optional.of(new Why("no-consent", "The owner does not consent."));
    }

    private Optional<Why> fate(Published published, UserRef owner) {
        return switch (store.fateOf(Due.of(published, owner).id())) {
            case DONE ->
                Optional.of(
                        new Why("done", "This opt-in has given the owner their workspace: there is no second one."));
            case UNDER_WAY -> Optional.of(new Why("under-way", "It is being made."));
            case OPEN -> ownsOne(published, owner);
        };
    }

    private Optional<Why> ownsOne(Published published, UserRef owner) {
        return EntityRepository.of(published.config())
                .flatMap(repository -> view.workspaceFor(published.deployment(), owner, repository))
                .map(_ -> new Why("owns-one", "The owner has a workspace for this repository."));
    }

    private static Why quota(WaitsFor limit) {
        return new Why(
                "quota",
                "It waits for greenroom.preprovision." + limit.code()
                        + (limit == WaitsFor.MAX_PER_ENTITY ? ", or for maxWorkspaces." : "."));
    }
}
