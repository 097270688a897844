package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;

/** What {@code /.well-known/openid-configuration} answers. */
record OidcDiscovery(
        String issuer,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("userinfo_endpoint") String userinfoEndpoint,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("response_types_supported") List<String> responseTypes,
        @JsonProperty("subject_types_supported") List<String> subjectTypes,

        @JsonProperty("id_token_signing_alg_values_supported")
        List<String> signingAlgorithms,

        @JsonProperty("scopes_supported") List<String> scopes,

        @JsonProperty("token_endpoint_auth_methods_supported")
        List<String> authMethods,

        @JsonProperty("claims_supported") List<String> claims,
        @JsonProperty("grant_types_supported") List<String> grantTypes,
        @JsonProperty("authorization_endpoint") String authorizationEndpoint,
        @JsonProperty("code_challenge_methods_supported") List<String> challengeMethods) {
    private static final List<String> ALGORITHMS =
            List.of("RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA");

    static OidcDiscovery of(URI issuer) {
        return new OidcDiscovery(
                issuer.toString(),
                issuer + "/v1/token",
                issuer + "/v1/userinfo",
                issuer + "/.well-known/jwks.json",
                List.of("code", "id_token"),
                List.of("public"),
                ALGORITHMS,
                List.of("openid"),
                List.of(),
                List.of("sub", "ent"),
                List.of("authorization_code"),
                issuer + "/v1/authorize",
                List.of("S256"));
    }
}
