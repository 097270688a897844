package dev.greenroom.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellOfUnprovenClientsTest {
    private static final Map<String, IssuerConfig.Client> CLIENTS =
            Map.of("gateway", () -> "a secret", "workspace-service", () -> "another secret");

    private final SteppingClock clock = new SteppingClock();
    private final TellOfUnprovenClients unproven =
            new TellOfUnprovenClients(new ClientsTest.Configured(CLIENTS, Set.of()), clock);

    @Test
    void tellsOnceAMinuteOfEachServiceHoweverOftenItTries() {
        var told = toldOf(() -> {
            comes("gateway");
            comes("gateway");
            comes("workspace-service");
            clock.pass(Duration.ofSeconds(59));
            comes("gateway");
            clock.pass(Duration.ofSeconds(1));
            comes("gateway");
        });

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).contains("gateway", "greenroom.issuer.clients.gateway.secret");
        assertThat(told.get(1)).contains("greenroom.issuer.clients.workspace-service.secret");
        assertThat(told.get(2)).isEqualTo(told.get(0));
    }

    @Test
    void tellsOnceAMinuteOfAllThatAreUnknownAndRepeatsNothingThatTheySay() {
        var told = toldOf(() -> {
            comes("nobody\n2026-01-01 all is well");
            comes("somebody");
        });

        assertThat(told).singleElement().asString().contains("its client id is not below greenroom.issuer.clients");
        assertThat(told).noneMatch(line -> line.contains("all is well") || line.contains("somebody"));
    }

    private void comes(String client) {
        unproven.tell(new ClientCredentials(client, "s3cr3t"));
    }

    private static List<String> toldOf(Runnable attempts) {
        try (var log = LogCapture.atConfiguredLevels()) {
            attempts.run();
            assertThat(log.shows("s3cr3t")).isFalse();
            return log.linesOf(TellOfUnprovenClients.class.getName());
        }
    }
}
