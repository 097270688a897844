package dev.greenroom.workspace.coder;

import dev.greenroom.workspace.queue.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Gives Coder's API to whoever has an owner's turn and token. */
@ApplicationScoped
public class CoderClient {

    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final CoderApi api;
    private final CoderCalls calls;
    private final Duration longestCall;

    CoderClient(
            @RestClient CoderApi api,
            CoderCalls calls,
            @ConfigProperty(name = "quarkus.rest-client.coder.connect-timeout") long connectMillis,
            @ConfigProperty(name = "quarkus.rest-client.coder.read-timeout") long readMillis) {
        this.api = api;
        this.calls = calls;
        this.longestCall = Duration.ofMillis(connectMillis + readMillis).plus(MARGIN);
    }

    public OwnersCoder actingWith(CoderToken token, Turn turn) {
        return new OwnersCoder(api, calls, token, () -> turn.holdFor(longestCall));
    }
}
