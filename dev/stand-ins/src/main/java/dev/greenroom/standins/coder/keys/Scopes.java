package dev.greenroom.standins.coder.keys;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a token allows of what its user may do.
 *
 * <p>The composite scopes stand for more than Coder's names say, as far as {@code 05b-errors-more} shows: all of them
 * find the user that a workspace is to be for, though none may read {@code users/me}.
 */
public final class Scopes {

    static final String ALL = "coder:all";

    /** The scopes that a token may be given. */
    public static final List<String> EXTERNAL = List.of(
            "api_key:*",
            "api_key:create",
            "api_key:delete",
            "api_key:read",
            "api_key:update",
            "coder:all",
            "coder:apikeys.manage_self",
            "coder:application_connect",
            "coder:templates.author",
            "coder:templates.build",
            "coder:workspaces.access",
            "coder:workspaces.create",
            "coder:workspaces.delete",
            "coder:workspaces.operate",
            "file:*",
            "file:create",
            "file:read",
            "organization:*",
            "organization:delete",
            "organization:read",
            "organization:update",
            "task:*",
            "task:create",
            "task:delete",
            "task:read",
            "task:update",
            "template:*",
            "template:create",
            "template:delete",
            "template:read",
            "template:update",
            "template:use",
            "user:*",
            "user:read",
            "user:read_personal",
            "user:update_personal",
            "user_secret:*",
            "user_secret:create",
            "user_secret:delete",
            "user_secret:read",
            "user_secret:update",
            "user_skill:*",
            "user_skill:create",
            "user_skill:delete",
            "user_skill:read",
            "user_skill:update",
            "workspace:*",
            "workspace:application_connect",
            "workspace:create",
            "workspace:delete",
            "workspace:read",
            "workspace:ssh",
            "workspace:start",
            "workspace:stop",
            "workspace:update");

    private static final Map<String, List<String>> COMPOSITES = Map.of(
            "coder:workspaces.create",
            List.of(
                    "template:read",
                    "template:use",
                    "workspace:create",
                    "workspace:update",
                    "workspace:read",
                    "member:read"),
            "coder:workspaces.operate",
            List.of("template:read", "workspace:read", "workspace:update", "member:read"),
            "coder:workspaces.access",
            List.of("template:read", "workspace:read", "workspace:ssh", "member:read"),
            "coder:workspaces.delete",
            List.of("template:read", "workspace:read", "workspace:delete", "member:read"),
            "coder:apikeys.manage_self",
            List.of("api_key:*"),
            "coder:templates.build",
            List.of("template:*", "file:*"),
            "coder:templates.author",
            List.of("template:*", "file:*"),
            "coder:application_connect",
            List.of("workspace:application_connect"),
            ALL,
            List.of("*"));

    private final Set<String> allowed;

    private Scopes(Set<String> allowed) {
        this.allowed = allowed;
    }

    static Scopes of(List<String> names) {
        Set<String> allowed = new HashSet<>();
        names.forEach(name -> allowed.addAll(COMPOSITES.getOrDefault(name, List.of(name))));
        if (allowed.contains("user:read") || allowed.contains("user:*")) {
            allowed.add("member:read");
        }
        return new Scopes(allowed);
    }

    static boolean isKnown(String name) {
        return EXTERNAL.contains(name);
    }

    /** Whether something like {@code workspace:read} is allowed. */
    public boolean allow(String right) {
        return allowed.contains("*")
                || allowed.contains(right)
                || allowed.contains(right.substring(0, right.indexOf(':')) + ":*");
    }
}
