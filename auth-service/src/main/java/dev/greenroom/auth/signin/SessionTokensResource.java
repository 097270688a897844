package dev.greenroom.auth.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.greenroom.auth.issuer.ClientCredentials;
import dev.greenroom.auth.oauth2.Secret;
import dev.greenroom.auth.signin.OpaqueToken.Kind;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Where clients get the tokens of sessions, and end them. Answers and errors are OAuth's (RFC 6749, section 5.2; RFC
 * 7009), in the words of Coder's own provider (recordings 02-oauth2/36 to 88).
 */
@Path("/coder/oauth2")
@PermitAll
class SessionTokensResource {
    private final SignInClients clients;
    private final RedeemSignInCode redeem;
    private final RefreshSession refresh;
    private final RevokeSession revoke;

    SessionTokensResource(
            SignInClients clients, RedeemSignInCode redeem, RefreshSession refresh, RevokeSession revoke) {
        this.clients = clients;
        this.redeem = redeem;
        this.refresh = refresh;
        this.revoke = revoke;
    }

    @POST
    @Path("/tokens")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tokens(@BeanParam ClientForm form) {
        return proven(form).map(client -> tokens(client, form)).orElseGet(SessionTokensResource::unproven);
    }

    /** Either token stands for its session; one that is not known is none any more, which is what was asked for. */
    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response revoke(@BeanParam ClientForm form) {
        return proven(form).map(client -> revoke(client, form)).orElseGet(SessionTokensResource::unproven);
    }

    private Optional<String> proven(ClientForm form) {
        return form.credentials().filter(clients::prove).map(ClientCredentials::id);
    }

    private Response tokens(String client, ClientForm form) {
        return switch (form.grantType == null ? "" : form.grantType) {
            case "authorization_code" -> answer(redeemed(client, form), "The authorization code is invalid or expired");
            case "refresh_token" -> answer(refreshed(client, form), "The refresh token is invalid or expired");
            default -> refused(400, "unsupported_grant_type", "The grant type is missing or unsupported");
        };
    }

    private TokensOutcome redeemed(String client, ClientForm form) {
        return form.code == null
                ? new TokensOutcome.Refused()
                : redeem.redeem(client, new Secret(form.code), form.redirectUri, form.verifier());
    }

    private TokensOutcome refreshed(String client, ClientForm form) {
        return Optional.ofNullable(form.refreshToken)
                .flatMap(text -> OpaqueToken.parse(Kind.REFRESH, text))
                .map(token -> refresh.refresh(client, token))
                .orElseGet(TokensOutcome.Refused::new);
    }

    private Response revoke(String client, ClientForm form) {
        if (form.token == null) {
            return refused(400, "invalid_request", "missing token parameter");
        }
        revoke.revoke(client, form.token);
        return unstored(Response.ok()).build();
    }

    private static Response answer(TokensOutcome outcome, String refusal) {
        return switch (outcome) {
            case TokensOutcome.Issued(var tokens) ->
                unstored(Response.ok(tokens)).build();
            case TokensOutcome.Refused() -> refused(400, "invalid_grant", refusal);
        };
    }

    private static Response unproven() {
        return unstored(Response.status(401)
                        .entity(new Refusal("invalid_client", "The client credentials are invalid"))
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"coder\""))
                .build();
    }

    private static Response refused(int status, String error, String description) {
        return unstored(Response.status(status).entity(new Refusal(error, description)))
                .build();
    }

    private static Response.ResponseBuilder unstored(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private record Refusal(
            String error, @JsonProperty("error_description") String errorDescription) {}
}
