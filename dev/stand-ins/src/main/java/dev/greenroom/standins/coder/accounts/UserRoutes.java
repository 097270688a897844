package dev.greenroom.standins.coder.accounts;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Role;
import dev.greenroom.standins.coder.users.User;
import dev.greenroom.standins.coder.users.Users;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v2/users} (recorded: {@code 14-me}, {@code 45-user-create-alice} to {@code 64-users-list-as-member}). */
public final class UserRoutes {

    static final Set<Role> SITE_ROLES = EnumSet.of(Role.OWNER, Role.TEMPLATE_ADMIN, Role.USER_ADMIN);
    static final Set<Role> ORGANIZATION_ROLES = EnumSet.of(Role.ORGANIZATION_ADMIN);

    private final Authentication authentication;
    private final Users users;
    private final Organization organization;

    public UserRoutes(Authentication authentication, Users users, Organization organization) {
        this.authentication = authentication;
        this.users = users;
        this.organization = organization;
    }

    public void add(Endpoints endpoints) {
        endpoints.post("/api/v2/users", authentication.signedIn(this::create));
        endpoints.get("/api/v2/users", authentication.signedIn(this::list));
        endpoints.put("/api/v2/users/:user/status/suspend", authentication.signedIn(this::suspend));
        endpoints.put("/api/v2/users/:user/status/activate", authentication.signedIn(this::activate));
        endpoints.put("/api/v2/users/:user/roles", authentication.signedIn(this::setRoles));
        endpoints.put(
                "/api/v2/organizations/:organization/members/:user/roles",
                authentication.signedIn(this::setOrganizationRoles));
        endpoints.get("/api/v2/users/:user", authentication.signedIn(this::get));
    }

    private void create(Exchange exchange, Caller caller) {
        requireUserAdmin(caller);
        NewUser wanted = NewUser.of(exchange.body("CreateUserRequestWithOrgs"));
        User user = users.create(wanted.username(), wanted.name(), wanted.email(), wanted.password(), Set.of());
        exchange.json(201, UserJson.of(user, organization));
    }

    private void get(Exchange exchange, Caller caller) {
        exchange.json(200, UserJson.of(visible(exchange, caller), organization));
    }

    private void list(Exchange exchange, Caller caller) {
        String query = Optional.ofNullable(exchange.query("q")).orElse("").toLowerCase(Locale.ROOT);
        int colon = query.indexOf(':');
        if (colon > 0) {
            String key = query.substring(0, colon);
            throw Refusal.of(400, "Invalid user search query.")
                    .field(key, "\"" + key + "\" is not a valid query param");
        }
        List<User> found = users.all()
                .filter(caller::sees)
                .filter(user -> user.username().toLowerCase(Locale.ROOT).contains(query)
                        || user.email().toLowerCase(Locale.ROOT).contains(query))
                .toList();
        exchange.json(200, UserJson.page(found, organization));
    }

    private void suspend(Exchange exchange, Caller caller) {
        setStatus(exchange, caller, User.Status.SUSPENDED);
    }

    private void activate(Exchange exchange, Caller caller) {
        setStatus(exchange, caller, User.Status.ACTIVE);
    }

    private void setStatus(Exchange exchange, Caller caller, User.Status status) {
        User user = visible(exchange, caller);
        requireUserAdmin(caller);
        exchange.json(200, UserJson.of(users.set(user, status), organization));
    }

    private void setRoles(Exchange exchange, Caller caller) {
        User user = visible(exchange, caller);
        requireUserAdmin(caller);
        exchange.json(200, UserJson.of(users.set(user, SITE_ROLES, roles(exchange, SITE_ROLES)), organization));
    }

    private void setOrganizationRoles(Exchange exchange, Caller caller) {
        User user = visible(exchange, caller);
        requireUserAdmin(caller);
        Set<Role> roles = roles(exchange, ORGANIZATION_ROLES);
        exchange.json(200, UserJson.member(users.set(user, ORGANIZATION_ROLES, roles), organization));
    }

    private static Set<Role> roles(Exchange exchange, Set<Role> scope) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : exchange.body("UpdateRoles").strings("roles")) {
            roles.add(Role.find(name)
                    .filter(scope::contains)
                    .orElseThrow(() -> Refusal.of(400, "One or more roles are invalid.", name)));
        }
        return roles;
    }

    private User visible(Exchange exchange, Caller caller) {
        User user = users.named(exchange.path("user"), caller.user());
        if (!caller.sees(user) || !caller.may("user:read")) {
            throw Refusal.notFound();
        }
        return user;
    }

    private static void requireUserAdmin(Caller caller) {
        if (!caller.isOwner() && !caller.user().is(Role.USER_ADMIN)) {
            throw Refusal.forbidden("Forbidden.");
        }
    }
}
