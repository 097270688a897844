package dev.greenroom.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import io.quarkus.runtime.StartupEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientsTest {
    @Test
    void warnsAtTheStartWhereNoClientIsConfigured() {
        assertThat(loggedAtTheStartWith(Map.of()))
                .singleElement()
                .asString()
                .contains("no client is configured under greenroom.issuer.clients");
    }

    @Test
    void saysNothingAtTheStartWhereOneIs() {
        assertThat(loggedAtTheStartWith(Map.of("workspace-service", () -> "a secret")))
                .isEmpty();
    }

    private static List<String> loggedAtTheStartWith(Map<String, IssuerConfig.Client> clients) {
        try (var log = LogCapture.atConfiguredLevels()) {
            new Clients(new Configured(clients, Set.of())).warnWhereThereIsNone(new StartupEvent());
            return log.linesOf(Clients.class.getName());
        }
    }

    record Configured(Map<String, IssuerConfig.Client> clients, Set<String> audiences) implements IssuerConfig {}
}
