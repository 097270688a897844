package dev.greenroom.auth.signin;

import dev.greenroom.auth.issuer.ClientCredentials;
import dev.greenroom.auth.oauth2.Secret;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What a client posts; its id and secret come in the form or in the header, as Coder takes them (recordings 02-oauth2/40, 44). */
class ClientForm {
    @HeaderParam(HttpHeaders.AUTHORIZATION)
    @Nullable String authorization;

    @RestForm("client_id")
    @Nullable String clientId;

    @RestForm("client_secret")
    @Nullable String clientSecret;

    @RestForm("grant_type")
    @Nullable String grantType;

    @RestForm
    @Nullable String code;

    @RestForm("redirect_uri")
    @Nullable String redirectUri;

    @RestForm("code_verifier")
    @Nullable String codeVerifier;

    @RestForm("refresh_token")
    @Nullable String refreshToken;

    /** To be revoked. */
    @RestForm
    @Nullable String token;

    Optional<ClientCredentials> credentials() {
        return clientId == null || clientSecret == null
                ? ClientCredentials.parse(authorization)
                : Optional.of(new ClientCredentials(clientId, clientSecret));
    }

    @Nullable Secret verifier() {
        return codeVerifier == null ? null : new Secret(codeVerifier);
    }

    @Override
    public String toString() {
        return "ClientForm[redacted]";
    }
}
