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

    private static final Set<String> RESOURCES = Set.of(
            "api_key", "file", "organization", "task", "template", "user", "user_secret", "user_skill", "workspace");

    private static final Set<String> ACTIONS = Set.of(
            "*",
            "create",
            "delete",
            "read",
            "update",
            "read_personal",
            "update_personal",
            "use",
            "ssh",
            "start",
            "stop",
            "application_connect");

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
        String[] parts = name.split(":", 2);
        return COMPOSITES.containsKey(name)
                || parts.length == 2 && RESOURCES.contains(parts[0]) && ACTIONS.contains(parts[1]);
    }

    /** Whether something like {@code workspace:read} is allowed. */
    public boolean allow(String right) {
        return allowed.contains("*")
                || allowed.contains(right)
                || allowed.contains(right.substring(0, right.indexOf(':')) + ":*");
    }
}
