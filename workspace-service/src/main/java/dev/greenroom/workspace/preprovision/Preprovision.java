package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.account.AccountsChanged;
import dev.greenroom.workspace.configuration.ConfigurationStore;
import dev.greenroom.workspace.configuration.ConfigurationsChanged;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what is due, in the transaction that kept what caused it: when a configuration changes, and when a user links an
 * account or consents later. Nothing is due to people without an account, and an opt-in is carried out once, however
 * often it is looked at.
 */
@ApplicationScoped
class Preprovision {

    /** Before the other observers: whoever waits for its turn must not hold what the one before it wants. */
    private static final int FIRST = 100;

    private final ConfigurationStore configurations;
    private final Agreement agreement;
    private final PreprovisionPolicy policy;
    private final PreprovisionStore store;
    private final DueStore due;
    private final MakeDue make;
    private final StopUnused stopUnused;

    Preprovision(
            ConfigurationStore configurations,
            Agreement agreement,
            PreprovisionPolicy policy,
            PreprovisionStore store,
            DueStore due,
            MakeDue make,
            StopUnused stopUnused) {
        this.configurations = configurations;
        this.agreement = agreement;
        this.policy = policy;
        this.store = store;
        this.due = due;
        this.make = make;
        this.stopUnused = stopUnused;
    }

    void on(@Observes @Priority(FIRST) ConfigurationsChanged changed) {
        if (policy.enabled()) {
            store.lockOthersOut();
            due.keepOfEntities(
                    changed.latest().stream().map(Message::key).toList(),
                    published(changed.latest().stream().sorted(Comparator.comparing(Message::key)))
                            .flatMap(event -> agreement.owners(event).stream().map(owner -> Due.of(event, owner)))
                            .toList());
            make.some(stopUnused.after(changed.latest()));
        }
    }

    void on(@Observes @Priority(FIRST) AccountsChanged changed) {
        if (policy.enabled()) {
            store.lockOthersOut();
            due.keepOfOwners(
                    changed.latest().stream().map(Message::key).toList(),
                    changed.latest().stream()
                            .sorted(Comparator.comparing(Message::key))
                            .flatMap(event -> event instanceof Linked linked && linked.preprovisionConsent()
                                    ? dueTo(linked.deployment(), linked.userRef())
                                    : Stream.empty())
                            .toList());
            make.some();
        }
    }

    /** All that users are due as things stand. Belongs into the caller's transaction. */
    void catchUp(String deployment, List<UserRef> users) {
        store.lockOthersOut();
        due.keepOfOwners(
                users.stream().map(user -> deployment + "/" + user).toList(),
                users.stream().flatMap(user -> dueTo(deployment, user)).toList());
        make.some();
    }

    private Stream<Due> dueTo(String deployment, UserRef user) {
        return published(configurations.optedInFor(deployment, user).stream())
                .filter(event -> agreement.holds(event, user))
                .map(event -> Due.of(event, user));
    }

    private static Stream<Published> published(Stream<CoderConfigEvent> events) {
        return events.filter(Published.class::isInstance).map(Published.class::cast);
    }
}
