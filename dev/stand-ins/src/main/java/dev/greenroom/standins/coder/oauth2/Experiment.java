package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.http.Handling;
import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.steering.Settings;

/** Without the experiment {@code oauth2} nothing of the provider is there (recorded: {@code 02b-oauth2-experiment-off}). */
final class Experiment {

    private final Settings settings;

    Experiment(Settings settings) {
        this.settings = settings;
    }

    Handling needed(Handling handling) {
        return exchange -> {
            if (!settings.oauth2()) {
                throw Refusal.of(
                        403, "OAuth2 Provider Functionality functionality requires enabling the 'oauth2' experiment.");
            }
            handling.handle(exchange);
        };
    }
}
