package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.seal.Seal;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Begins a link: makes the state, which is bound to the user, and the verifier. Both are good once and not for long;
 * the database has neither as it is.
 */
@ApplicationScoped
class BeginLink {
    private final LinkAttemptStore attempts;
    private final AuthorizeUrl authorizeUrl;
    private final Seal seal;
    private final LinkingConfig config;
    private final String deployment;
    private final Clock clock;

    BeginLink(
            LinkAttemptStore attempts,
            AuthorizeUrl authorizeUrl,
            Seal seal,
            LinkingConfig config,
            @ConfigProperty(name = "greenroom.deployment") String deployment,
            Clock clock) {
        this.attempts = attempts;
        this.authorizeUrl = authorizeUrl;
        this.seal = seal;
        this.config = config;
        this.deployment = deployment;
        this.clock = clock;
    }

    @Transactional
    BeginOutcome begin(UserRef user) {
        if (attempts.countOf(deployment, user) >= config.attempts()) {
            return new BeginOutcome.TooMany();
        }
        var state = Secret.fresh();
        var verifier = Secret.fresh();
        return authorizeUrl
                .of(state.value(), verifier)
                .<BeginOutcome>map(url -> new BeginOutcome.Begun(new Authorization(url, begun(user, state, verifier))))
                .orElseGet(BeginOutcome.NotConfigured::new);
    }

    private Instant begun(UserRef user, Secret state, Secret verifier) {
        var id = UUID.randomUUID();
        var sealed = seal.seal(
                verifier.value().getBytes(StandardCharsets.UTF_8), LinkAttempt.VERIFIER.placeOf(deployment, id));
        var end = clock.instant().plus(config.patience());
        attempts.persist(new LinkAttempt(id, deployment, user, state, sealed, end));
        return end;
    }
}
