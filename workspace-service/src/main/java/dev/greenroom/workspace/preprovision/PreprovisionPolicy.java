package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** What the operator allows to be created with nobody asking. */
@ApplicationScoped
class PreprovisionPolicy {

    private static final String ALL = "*";

    private final PreprovisionConfig config;

    PreprovisionPolicy(PreprovisionConfig config) {
        this.config = config;
    }

    /** Whether anything may be pre-provisioned at all. */
    boolean enabled() {
        return config.enabled();
    }

    boolean allows(Published published, UserRef owner) {
        var template = published.config().templateName();
        return config.enabled()
                && template != null
                && (config.snapshot() || !ofSnapshot(published))
                && lists(config.namespaces(), published.entityRef().namespace())
                && lists(config.kinds(), published.entityRef().kind())
                && lists(config.templates(), template)
                && lists(config.owners(), owner.toString());
    }

    private static boolean ofSnapshot(Published published) {
        var optIn = published.config().preprovision();
        return optIn != null && optIn.snapshot();
    }

    /** A list that is not there allows nothing: what an operator forgot is nobody's permission. */
    private static boolean lists(Optional<Set<String>> allowed, String name) {
        return allowed.orElse(Set.of()).stream().anyMatch(one -> one.equals(ALL) || one.equalsIgnoreCase(name));
    }
}
