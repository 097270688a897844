package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.AuthorizeUrl;
import dev.greenroom.auth.oauth2.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Sends a client's browser on to Coder, with the proof by PKCE that the client does not do. */
@ApplicationScoped
class BeginSignIn {
    private final AuthorizeUrl authorizeUrl;
    private final SealedStates states;
    private final SignInConfig config;
    private final Clock clock;

    BeginSignIn(AuthorizeUrl authorizeUrl, SealedStates states, SignInConfig config, Clock clock) {
        this.authorizeUrl = authorizeUrl;
        this.states = states;
        this.config = config;
        this.clock = clock;
    }

    /** Empty where the operator has not set Greenroom up as an OAuth2 application of Coder's. */
    Optional<URI> begin(AuthorizationRequest request) {
        var verifier = Secret.fresh();
        var end = clock.instant().plus(config.patience());
        return authorizeUrl.of(states.seal(new BegunSignIn(request, verifier, end)), verifier);
    }
}
