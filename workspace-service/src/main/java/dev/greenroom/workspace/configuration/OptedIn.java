package dev.greenroom.workspace.configuration;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.UserRef;
import java.util.List;

/** For whom an entity's author has opted in to pre-provisioning: never for anyone who does not own the entity. */
public final class OptedIn {

    private OptedIn() {}

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
        return config.owners().stream()
                .filter(owner -> optIn.users().isEmpty() || optIn.users().contains(owner))
                .distinct()
                .sorted()
                .toList();
    }
}
