package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.coder.OAuth2Config;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a browser is sent for Coder's question whether Greenroom may act in its user's name. */
@ApplicationScoped
public class AuthorizeUrl {
    private final OAuth2Config application;
    private final URI coder;

    AuthorizeUrl(OAuth2Config application, @ConfigProperty(name = "greenroom.coder.access-url") URI coder) {
        this.application = application;
        this.coder = coder;
    }

    /**
     * Coder takes these parameters and no others (recordings 02-oauth2/15 to 33).
     *
     * @param state of characters that a query takes as they are
     * @return empty where the operator has not set Greenroom up as an OAuth2 application of Coder's
     */
    public Optional<URI> of(String state, Secret verifier) {
        return application.isComplete() ? Optional.of(url(state, verifier)) : Optional.empty();
    }

    private URI url(String state, Secret verifier) {
        return UriBuilder.fromUri(coder)
                .path("/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "{client}")
                .queryParam("redirect_uri", "{callback}")
                .queryParam("state", state)
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
