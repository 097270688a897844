package dev.greenroom.standins.coder.users;

import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Row;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * A user of Coder.
 *
 * @param passwordHash never shown
 * @param lastSeenAt Go's zero time until the first call
 */
public record User(
        String id,
        String username,
        String name,
        String email,
        String passwordHash,
        Status status,
        Set<Role> roles,
        Instant createdAt,
        Instant updatedAt,
        Instant lastSeenAt)
        implements Row {

    public User {
        roles = Set.copyOf(roles);
    }

    static User created(String id, String username, String name, String email, String passwordHash, Instant now) {
        return new User(id, username, name, email, passwordHash, Status.ACTIVE, Set.of(), now, now, Moments.NEVER);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public User seen(Instant now) {
        return new User(id, username, name, email, passwordHash, status, roles, createdAt, now, now);
    }

    User with(Status newStatus, Instant now) {
        return new User(id, username, name, email, passwordHash, newStatus, roles, createdAt, now, lastSeenAt);
    }

    User with(Set<Role> newRoles) {
        return new User(id, username, name, email, passwordHash, status, newRoles, createdAt, updatedAt, lastSeenAt);
    }

    @Override
    public String toString() {
        return "User[" + username + "]";
    }

    /** Whether a user may call Coder. */
    public enum Status {
        ACTIVE,
        SUSPENDED;

        /** Coder's word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
