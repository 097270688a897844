package dev.greenroom.standins.coder.seed;

import dev.greenroom.standins.coder.users.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user to begin with.
 *
 * @param name the display name; the username where null
 * @param email {@code <username>@example.com} where null
 */
record SeedUser(
        String username,
        @Nullable String name,
        @Nullable String email,
        String password,
        @Nullable Set<Role> roles) {

    String displayName() {
        return name == null ? username : name;
    }

    String address() {
        return email == null ? username + "@example.com" : email;
    }

    Set<Role> heldRoles() {
        return roles == null ? Set.of() : roles;
    }

    @Override
    public String toString() {
        return "SeedUser[" + username + "]";
    }
}
