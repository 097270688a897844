package dev.greenroom.workspace.coder;

import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gives Coder's API to whoever has an owner's turn and token. */
@ApplicationScoped
public class CoderClient {

    /** For the connection to be made, and the answer to be read. */
    private static final Duration MARGIN = Duration.ofSeconds(3);

    private final CoderApi api;
    private final CoderCalls calls;
    private final CoderEndpointConfig config;

    CoderClient(@RestClient CoderApi api, CoderCalls calls, CoderEndpointConfig config) {
        this.api = api;
        this.calls = calls;
        this.config = config;
    }

    public OwnersCoder actingWith(CoderToken token, Turn turn) {
        var call = config.callTimeout().plus(MARGIN);
        return new OwnersCoder(api, calls, token, () -> turn.holdFor(call));
    }
}
