package dev.greenroom.auth.admin;

import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The users who may change what concerns everybody: those whom {@code greenroom.admins} names, by default nobody. */
@ApplicationScoped
public class Admins {
    private final Set<UserRef> admins;

    Admins(@ConfigProperty(name = "greenroom.admins") Optional<Set<UserRef>> admins) {
        this.admins = admins.orElse(Set.of());
    }

    public boolean include(UserRef user) {
        return admins.contains(user);
    }
}
