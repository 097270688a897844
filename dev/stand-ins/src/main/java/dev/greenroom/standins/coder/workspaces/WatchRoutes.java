package dev.greenroom.standins.coder.workspaces;

import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Exchange;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.Caller;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;

/**
 * A workspace as server-sent events: a ping, the workspace as it is, then again at each change and a ping at times
 * (recorded: {@code 118-watch-sse}).
 */
final class WatchRoutes {

    private static final long PING_MILLIS = 15_000;

    private final Vertx vertx;
    private final Authentication authentication;
    private final VisibleWorkspaces visible;
    private final Workspaces workspaces;
    private final Changes changes;
    private final WorkspaceJson json;

    WatchRoutes(
            Vertx vertx,
            Authentication authentication,
            VisibleWorkspaces visible,
            Workspaces workspaces,
            Changes changes,
            WorkspaceJson json) {
        this.vertx = vertx;
        this.authentication = authentication;
        this.visible = visible;
        this.workspaces = workspaces;
        this.changes = changes;
        this.json = json;
    }

    void add(Endpoints endpoints) {
        endpoints.get("/api/v2/workspaces/:workspace/watch", authentication.signedIn(this::watch));
    }

    private void watch(Exchange exchange, Caller caller) {
        String id = visible.get(exchange, caller).id();
        HttpServerResponse response = exchange.stream()
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("X-Accel-Buffering", "no")
                .setChunked(true);
        Runnable tell = () -> workspaces
                .find(id)
                .ifPresent(workspace -> response.write(
                        "event: data\ndata: " + json.of(workspace).encode() + "\n\n"));
        response.write("event: ping\n\n");
        tell.run();
        changes.watch(id, tell);
        long pings = vertx.setPeriodic(PING_MILLIS, timer -> response.write("event: ping\n\n"));
        response.closeHandler(closed -> {
            vertx.cancelTimer(pings);
            changes.unwatch(id, tell);
        });
    }
}
