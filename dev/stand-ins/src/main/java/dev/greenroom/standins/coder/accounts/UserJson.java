package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Role;
import dev.greenroom.standins.coder.users.User;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/** Users as Coder shows them (recorded: {@code 14-me}, {@code 49-user-create-orgadmin}). */
final class UserJson {

    private UserJson() {}

    static JsonObject of(User user, Organization organization) {
        return new JsonObject()
                .put("id", user.id())
                .put("username", user.username())
                .put("name", user.name())
                .put("email", user.email())
                .put("created_at", user.createdAt().toString())
                .put("updated_at", user.updatedAt().toString())
                .put("last_seen_at", user.lastSeenAt().toString())
                .put("status", user.status().word())
                .put("login_type", "password")
                .put("organization_ids", new JsonArray().add(organization.id()))
                .put("roles", roles(user, UserRoutes.SITE_ROLES))
                .put("has_ai_seat", false);
    }

    static JsonObject member(User user, Organization organization) {
        JsonArray roles = roles(user, UserRoutes.ORGANIZATION_ROLES);
        roles.forEach(role -> ((JsonObject) role).put("organization_id", organization.id()));
        return new JsonObject()
                .put("user_id", user.id())
                .put("organization_id", organization.id())
                .put("created_at", user.createdAt().toString())
                .put("updated_at", user.updatedAt().toString())
                .put("roles", roles);
    }

    static JsonObject page(List<User> users, Organization organization) {
        JsonArray shown = new JsonArray();
        users.forEach(user -> shown.add(of(user, organization)));
        return new JsonObject().put("users", shown).put("count", users.size());
    }

    private static JsonArray roles(User user, Set<Role> scope) {
        JsonArray roles = new JsonArray();
        user.roles().stream()
                .filter(scope::contains)
                .sorted()
                .forEach(role -> roles.add(
                        new JsonObject().put("name", role.coderName()).put("display_name", role.displayName())));
        return roles;
    }
}
