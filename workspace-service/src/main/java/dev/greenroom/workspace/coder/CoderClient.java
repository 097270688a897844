package dev.greenroom.workspace.coder;

import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gives Coder's API to whoever has an owner's turn and token. */
@ApplicationScoped
public class CoderClient {

    private final CoderApi api;
    private final CoderCalls calls;
    private final CallTimes times;

    CoderClient(@RestClient CoderApi api, CoderCalls calls, CallTimes times) {
        this.api = api;
        this.calls = calls;
        this.times = times;
    }

    /** For reading only, outside of any turn: whatever is done there has to be done in one. */
    public OwnersCoderClient reading(CoderToken token) {
        return new OwnersCoderClient(api, calls, token, () -> {});
    }

    public OwnersCoderClient actingWith(CoderToken token, Turn turn) {
        return new OwnersCoderClient(api, calls, token, () -> turn.holdFor(times.longest()));
    }
}
