package dev.greenroom.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {
    private static final Duration PATIENCE = Duration.ofMillis(900);

    @Test
    void askForTheAcknowledgementOfAllReplicasWhateverTheConfigurationSays() {
        var settings = ProducerSettings.of(Map.of("acks", "1", "enable.idempotence", "false"), PATIENCE);

        assertThat(settings).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void keepHowToLogIn() {
        var settings = ProducerSettings.of(Map.of("security.protocol", "SASL_SSL"), PATIENCE);

        assertThat(settings).containsEntry("security.protocol", "SASL_SSL");
    }

    @Test
    void waitNoLongerThanThePatience() {
        var settings = ProducerSettings.of(Map.of(), PATIENCE);

        var longest = (long) settings.get("max.block.ms") + (int) settings.get("delivery.timeout.ms");
        assertThat(longest).isEqualTo(PATIENCE.toMillis());
        assertThat((int) settings.get("request.timeout.ms") + (int) settings.get("linger.ms"))
                .as("Kafka's own condition")
                .isLessThanOrEqualTo((int) settings.get("delivery.timeout.ms"));
    }
}
