package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.coder.OAuth2Config;
import dev.greenroom.auth.seal.Seal;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins a link: makes the state, which is bound to the user, and the verifier. Both are good once and not for long;
 * the database has neither as it is.
 */
@ApplicationScoped
class BeginLink {
    private final LinkAttemptStore attempts;
    private final Seal seal;
    private final OAuth2Config application;
    private final LinkingConfig config;
    private final URI coder;
    private final String deployment;
    private final Clock clock;

    BeginLink(
            LinkAttemptStore attempts,
            Seal seal,
            OAuth2Config application,
            LinkingConfig config,
            @ConfigProperty(name = "greenroom.coder.access-url") URI coder,
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            Clock clock) {
        this.attempts = attempts;
        this.seal = seal;
        this.application = application;
        this.config = config;
        this.coder = coder;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Transactional
    BeginOutcome begin(UserRef user) {
        if (!application.isComplete()) {
            return new BeginOutcome.NotConfigured();
        }
        if (attempts.countOf(deployment, user) >= config.attempts()) {
            return new BeginOutcome.TooMany();
        }
        var id = UUID.randomUUID();
        var state = Secret.fresh();
        var verifier = Secret.fresh();
        var sealed = seal.sealText(verifier.value(), LinkAttempt.VERIFIER.placeOf(deployment, id));
        var end = clock.instant().plus(config.patience());
        attempts.persist(new LinkAttempt(id, deployment, user, state, sealed, end));
        return new BeginOutcome.Begun(new Authorization(authorizeUrl(state, verifier), end));
    }

    /** Coder takes these parameters and no others (recordings 02-oauth2/15 to 33). */
    private URI authorizeUrl(Secret state, Secret verifier) {
        return UriBuilder.fromUri(coder)
                .path("/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{callback}")
                .queryParam("state", state.value())
                .queryParam("code_challenge", verifier.challenge())
                .queryParam("code_challenge_method", "S256")
                .buildFromEncoded(
                        encoded(application.clientId().orElseThrow()),
                        encoded(application.callback().orElseThrow().toString()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
