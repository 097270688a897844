package dev.greenroom.auth.coder;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Greenroom as an OAuth2 application of Coder's: one of its own, since Coder keeps one pair of tokens for each. */
@ConfigMapping(prefix = "greenroom.coder.oauth2")
public interface OAuth2Config {

    /** The application's client id; without it accounts are linked by pasted tokens only. */
    Optional<String> clientId();

    Optional<String> clientSecret();

    /**
     * The application's callback, letter for letter as it is registered at Coder: {@code /oauth2/callback} of the
     * gateway, as browsers reach it.
     */
    Optional<URI> callback();

    /** Whether there is all that is needed. */
    default boolean isComplete() {
        return clientId().isPresent()
                && clientSecret().isPresent()
                && callback().isPresent();
    }
}
