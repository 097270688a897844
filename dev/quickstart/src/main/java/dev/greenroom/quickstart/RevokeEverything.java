package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/**
 * {@code ./greenroom revoke-everything REASON}: has auth-service freeze lending and end every link, as the demo's admin
 * through the gateway, and waits for the end.
 */
final class RevokeEverything {
    private static final Duration LOOK = Duration.ofMillis(500);

    private RevokeEverything() {}

    public static void main(String[] args) throws InterruptedException {
        var revocation = AdminApi.of("/v1/admin/revocation");
        var state = revocation
                .send("POST", Map.of("reason", String.join(" ", args)))
                .body();
        while (state.path("underWay").asBoolean()) {
            Thread.sleep(LOOK);
            state = revocation.get().body();
        }
        System.out.println(lineOf(state));
    }

    private static String lineOf(JsonNode revocation) {
        return "every link is ended: %s accounts, by %s: %s; %s pairs of tokens wait for Coder; lending stays frozen: ./greenroom lending thaw"
                .formatted(
                        revocation.path("accounts").asText(),
                        revocation.path("begunBy").asText(),
                        revocation.path("reason").asText(),
                        revocation.path("waitingForCoder").asText());
    }
}
