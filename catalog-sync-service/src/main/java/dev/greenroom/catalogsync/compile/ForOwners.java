package dev.greenroom.catalogsync.compile;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an opt-in within the entity's owners: an author must not spend the rights of others. With nobody left there is
 * nothing to pre-provision, and not "all owners", which is what an empty list means in a message.
 */
final class ForOwners {
    private static final Path FOR = Path.CODER.at("preprovision").at("for");

    private ForOwners() {}

    static CoderConfig.@Nullable Preprovision of(@Nullable OptIn optIn, Owners owners, Findings findings) {
        if (optIn == null) {
            return null;
        }
        return switch (optIn.whom()) {
            case OptIn.Whom.AllOwners _ -> of(optIn, List.of());
            case OptIn.Whom.Listed listed -> listed(optIn, within(listed.users(), owners, findings));
        };
    }

    private static CoderConfig.@Nullable Preprovision listed(OptIn optIn, List<UserRef> users) {
        return users.isEmpty() ? null : of(optIn, users);
    }

    private static CoderConfig.Preprovision of(OptIn optIn, List<UserRef> users) {
        return new CoderConfig.Preprovision(0, users, optIn.start(), optIn.maxWorkspaces(), optIn.ttl(), false);
    }

    private static List<UserRef> within(List<UserRef> users, Owners owners, Findings findings) {
        users.stream()
                .filter(user -> !owners.users().contains(user))
                .distinct()
                .forEach(user -> findings.warn(
                        ReasonCode.NOT_AN_OWNER, FOR, "names " + user + ", who doesn't own this, and was left out"));
        return Owners.of(users.stream().filter(owners.users()::contains).toList())
                .fitting();
    }
}
