package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.workspace.account.AccountsChanged;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.configuration.ConfigurationsChanged;
import dev.greenroom.workspace.inbox.AcceptCommands;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Makes the commands, in the transaction that kept what caused them: when a configuration changes, and when a user
 * links an account or consents later. Nothing is queued for people without an account, and an opt-in is carried out
 * once, however often it is looked at.
 */
@ApplicationScoped
class Preprovision {

    private final ConfigurationStore configurations;
    private final Agreement agreement;
    private final PreprovisionPolicy policy;
    private final PreprovisionStore store;
    private final AcceptCommands accept;
    private final PreprovisionConfig config;
    private final Clock clock;

    Preprovision(
            ConfigurationStore configurations,
            Agreement agreement,
            PreprovisionPolicy policy,
            PreprovisionStore store,
            AcceptCommands accept,
            PreprovisionConfig config,
            Clock clock) {
        this.configurations = configurations;
        this.agreement = agreement;
        this.policy = policy;
        this.store = store;
        this.accept = accept;
        this.config = config;
        this.clock = clock;
    }

    void on(@Observes ConfigurationsChanged changed) {
        if (policy.enabled()) {
            store.lockOthersOut();
            accept.all(published(changed.latest().stream())
                    .flatMap(event -> agreement.owners(event).stream().map(owner -> commandFor(event, owner)))
                    .toList());
        }
    }

    void on(@Observes AccountsChanged changed) {
        if (policy.enabled()) {
            store.lockOthersOut();
            accept.all(changed.latest().stream()
                    .flatMap(event -> event instanceof Linked linked && linked.preprovisionConsent()
                            ? commandsFor(linked.deployment(), linked.userRef())
                            : Stream.empty())
                    .toList());
        }
    }

    /** All that users are due as things stand. Belongs into the caller's transaction. */
    void catchUp(String deployment, List<UserRef> users) {
        store.lockOthersOut();
        accept.all(users.stream().flatMap(user -> commandsFor(deployment, user)).toList());
    }

    private Stream<CreateWorkspace> commandsFor(String deployment, UserRef user) {
        return published(configurations.optedInFor(deployment, user).stream())
                .filter(event -> agreement.holds(event, user))
                .map(event -> commandFor(event, user));
    }

    private static Stream<Published> published(Stream<CoderConfigEvent> events) {
        return events.filter(Published.class::isInstance).map(Published.class::cast);
    }

    private CreateWorkspace commandFor(Published event, UserRef owner) {
        var optIn = Objects.requireNonNull(event.config().preprovision());
        var now = clock.instant();
        return new CreateWorkspace(
                PreprovisionId.of(event, owner, optIn.generation()),
                event.deployment(),
                owner,
                owner,
                Cause.PREPROVISION,
                now,
                now.plus(config.deadline()),
                event.entityRef(),
                null,
                Map.of());
    }
}
