package dev.greenroom.workspace.configuration;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.UserRef;
import java.util.List;
import java.util.Set;

/** For whom an entity's author has opted in to pre-provisioning: never for anyone who does not own the entity. */
public final class OptedIn {

    private OptedIn() {}

    /** Whether that user is one of them. */
    public static boolean includes(CoderConfig config, UserRef user) {
        var optIn = config.preprovision();
        return optIn != null
                && config.owners().contains(user)
                && (optIn.users().isEmpty() || optIn.users().contains(user));
    }

    public static List<UserRef> users(CoderConfigEvent event) {
        return switch (event) {
            case CoderConfigEvent.Published published -> users(published.config());
            case CoderConfigEvent.Invalid _, CoderConfigEvent.Withdrawn _ -> List.of();
        };
    }

    private static List<UserRef> users(CoderConfig config) {
        var optIn = config.preprovision();
        if (optIn == null) {
            return List.of();
        }
        var named = Set.copyOf(optIn.users());
        return config.owners().stream()
                .filter(owner -> named.isEmpty() || named.contains(owner))
                .distinct()
                .sorted()
                .toList();
    }
}
