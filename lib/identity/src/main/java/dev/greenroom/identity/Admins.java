package dev.greenroom.identity;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.problems.Problem;
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

    /** The user, where they are one of them; else the request ends with a 403. */
    public UserRef require(UserRef user) {
        if (!include(user)) {
            throw Problem.of(403, "forbidden", "Only the users whom the setting greenroom.admins names may do this.");
        }
        return user;
    }
}
