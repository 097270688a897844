package dev.greenroom.standins.coder.keys;

import dev.greenroom.standins.coder.users.Role;
import dev.greenroom.standins.coder.users.User;

/** Who calls, and with what. */
public record Caller(User user, ApiKey key) {

    /** Whether the token allows something like {@code workspace:read}. */
    public boolean may(String right) {
        return Scopes.of(key.scopes()).allow(right);
    }

    public boolean isOwner() {
        return user.is(Role.OWNER);
    }

    /** Whether the caller may create and change other users' workspaces. */
    public boolean managesWorkspaces() {
        return isOwner() || user.is(Role.ORGANIZATION_ADMIN);
    }

    /** Whether the caller sees a user's workspaces. */
    public boolean seesWorkspacesOf(String userId) {
        return user.id().equals(userId) || managesWorkspaces() || user.is(Role.TEMPLATE_ADMIN);
    }

    /** Whether the caller sees a user. */
    public boolean sees(User other) {
        return user.id().equals(other.id())
                || isOwner()
                || user.is(Role.USER_ADMIN)
                || user.is(Role.TEMPLATE_ADMIN)
                || user.is(Role.ORGANIZATION_ADMIN);
    }
}
