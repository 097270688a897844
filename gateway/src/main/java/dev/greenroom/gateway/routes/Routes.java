package dev.greenroom.gateway.routes;

import static dev.greenroom.gateway.routes.Methods.passed;
import static dev.greenroom.gateway.routes.Upstream.AUTH_SERVICE;
import static dev.greenroom.gateway.routes.Upstream.CATALOG_SYNC_SERVICE;
import static dev.greenroom.gateway.routes.Upstream.WORKSPACE_SERVICE;
import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Which service answers which path. What is not here is a resource of this module, or nothing. */
@ApplicationScoped
class Routes {
    static final String WORKSPACES = "/v1/workspaces";
    static final String WORKSPACE = "/v1/workspaces/:id";
    private static final List<String> ACTIONS = List.of("/start", "/stop", "/restart", "/update", "/cancel");
    static final String LOG = "/v1/operations/:id/log";
    static final String ENTITY = "/v1/entities/:kind/:namespace/:name";
    static final String ACCOUNT = "/v1/account";
    static final String AUTHORIZE = "/v1/account/authorize";
    static final String LINK = "/v1/account/link";
    /** Where Coder sends browsers, which have no bearer token: so it is not below {@code /v1}. */
    static final String CALLBACK = "/oauth2/callback";

    /** Where the back ends of Backstage send browsers, and what they ask themselves: as clients, without a user's token. */
    static final String SIGN_IN = "/coder/oauth2/authorize";

    static final String SIGN_IN_TOKENS = "/coder/oauth2/tokens";
    static final String SIGN_IN_REVOKE = "/coder/oauth2/revoke";

    /** Of Coder's own API, what these back ends and the existing plugin's card read. */
    static final String CODERS_USER = "/api/v2/users/me";

    static final String CODERS_WORKSPACES = "/api/v2/workspaces";
    private static final String DROP_IN = "/coder";

    static final String LENDING = "/v1/admin/lending";
    static final String REVOCATION = "/v1/admin/revocation";
    static final String COMMANDS = "/v1/admin/commands";
    static final String RETRY = "/v1/admin/commands/:id/retry";

    static final String DEAD_LETTERS = "/v1/admin/dead-letters/:topic";
    static final String REPLAY = "/v1/admin/dead-letters/:topic/:offset/replay";

    static final String CATALOG = "/v1/catalog";
    /** Services say it to catalog-sync-service itself: whoever comes by here is a user. */
    static final String REFRESH = "/v1/catalog/refresh";

    static final String PROBLEMS = "/v1/catalog/problems";
    static final String WITHDRAWALS = "/v1/catalog/withdrawals";

    private static final int AFTER_THE_DOOR = 100;

    private final PassOn pass;
    private final PassEntity entity;
    private final PassWorkspaces workspaces;
    private final PassOperation operation;
    private final PassDeadLetters deadLetters;
    private final PassToCoder coder;

    Routes(
            PassOn pass,
            PassEntity entity,
            PassWorkspaces workspaces,
            PassOperation operation,
            PassDeadLetters deadLetters,
            PassToCoder coder) {
        this.pass = pass;
        this.entity = entity;
        this.workspaces = workspaces;
        this.operation = operation;
        this.deadLetters = deadLetters;
        this.coder = coder;
    }

    void lay(@Observes @Priority(AFTER_THE_DOOR) Router to) {
        to.route(WORKSPACES).handler(passed(GET).here(POST).then(workspaces::toWorkspaceService));
        to.route(WORKSPACE).handler(passed().here(DELETE).then(RoutingContext::next));
        ACTIONS.forEach(action ->
                to.route(WORKSPACE + action).handler(passed().here(POST).then(RoutingContext::next)));
        to.route(LOG)
                .handler(passed(GET)
                        .then(call -> operation.toWorkspaceService(call, id -> "/v1/operations/" + id + "/log")));
        to.route(ENTITY).handler(passed(GET).then(entity::toWorkspaceService));
        to.route(ACCOUNT).handler(passed(GET, PUT, DELETE).then(call -> pass.to(AUTH_SERVICE, ACCOUNT, call)));
        to.route(AUTHORIZE).handler(passed(POST).then(call -> pass.to(AUTH_SERVICE, AUTHORIZE, call)));
        to.route(LINK).handler(passed(POST).then(call -> pass.to(AUTH_SERVICE, LINK, call)));
        to.route(CALLBACK).handler(passed(GET).then(call -> pass.to(AUTH_SERVICE, CALLBACK, call)));
        to.route(SIGN_IN).handler(passed(GET).then(call -> pass.to(AUTH_SERVICE, SIGN_IN, call)));
        to.route(SIGN_IN_TOKENS).handler(passed(POST).then(call -> pass.to(AUTH_SERVICE, SIGN_IN_TOKENS, call)));
        to.route(SIGN_IN_REVOKE).handler(passed(POST).then(call -> pass.to(AUTH_SERVICE, SIGN_IN_REVOKE, call)));
        to.route(DROP_IN + CODERS_USER).handler(passed(GET).then(call -> coder.to(CODERS_USER, call)));
        to.route(DROP_IN + CODERS_WORKSPACES).handler(passed(GET).then(call -> coder.to(CODERS_WORKSPACES, call)));
        to.route(LENDING).handler(passed(GET, PUT).then(call -> pass.to(AUTH_SERVICE, LENDING, call)));
        to.route(REVOCATION).handler(passed(GET, POST).then(call -> pass.to(AUTH_SERVICE, REVOCATION, call)));
        to.route(COMMANDS).handler(passed(GET).then(call -> pass.to(WORKSPACE_SERVICE, COMMANDS, call)));
        to.route(RETRY)
                .handler(passed(POST)
                        .then(call -> operation.toWorkspaceService(call, id -> COMMANDS + "/" + id + "/retry")));
        to.route(DEAD_LETTERS).handler(passed(GET).then(deadLetters::list));
        to.route(REPLAY).handler(passed(POST).then(deadLetters::replay));
        to.route(CATALOG).handler(passed(GET).then(call -> pass.to(CATALOG_SYNC_SERVICE, CATALOG, call)));
        to.route(REFRESH).handler(passed(POST).then(call -> pass.to(CATALOG_SYNC_SERVICE, REFRESH, call)));
        to.route(PROBLEMS).handler(passed(GET).then(call -> pass.to(CATALOG_SYNC_SERVICE, PROBLEMS, call)));
        to.route(WITHDRAWALS).handler(passed(GET, POST).then(call -> pass.to(CATALOG_SYNC_SERVICE, WITHDRAWALS, call)));
    }
}
