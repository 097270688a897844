package dev.greenroom.gateway.loan;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** This service's own access token, where it is not the bearer token of a request; asked for once, and kept for its time. */
@ApplicationScoped
class OwnToken {
    private final OidcClient issuer;
    private final TokensHelper tokens = new TokensHelper();

    OwnToken(OidcClient issuer) {
        this.issuer = issuer;
    }

    /** Fails where the issuer gives none. */
    Uni<String> get() {
        return tokens.getTokens(issuer).map(Tokens::getAccessToken);
    }

    /** In place of one that was refused, be it by new keys of the issuer's. */
    Uni<String> another() {
        return tokens.getTokens(issuer, Map.of(), true).map(Tokens::getAccessToken);
    }
}
