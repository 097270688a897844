package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.Browsers;
import dev.greenroom.problems.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a client sends browsers, as it would to Coder. Who they are, nobody knows yet. */
@Path("/coder/oauth2/authorize")
@PermitAll
class SignInResource {
    /** Of the client's state; Backstage's has some hundred. */
    private static final int LONGEST_STATE = 2_000;

    private final SignInClients clients;
    private final BeginSignIn begin;

    SignInResource(SignInClients clients, BeginSignIn begin) {
        this.clients = clients;
        this.begin = begin;
    }

    /** Parameters that are not named here are passed by: Backstage sends its own {@code scope}, which means nothing at Coder. */
    @GET
    public Response authorize(
            @RestQuery("client_id") @Nullable String clientId,
            @RestQuery("redirect_uri") @Nullable String redirectUri,
            @RestQuery("response_type") @Nullable String responseType,
            @RestQuery @Nullable String state,
            @RestQuery("code_challenge") @Nullable String challenge,
            @RestQuery("code_challenge_method") @Nullable String method) {
        if (clientId == null || !clients.isKnown(clientId)) {
            throw Problem.of(401, "unknown-client", "No client of this client_id may have users sign in here.");
        }
        if (redirectUri == null || !clients.maySendTo(clientId, redirectUri)) {
            throw Problem.of(
                    400, "redirect-refused", "This redirect_uri is not one of those that are set for the client.");
        }
        if (state != null && state.length() > LONGEST_STATE) {
            throw Problem.of(400, "invalid-request", "The state is longer than 2,000 characters.");
        }
        var request = new AuthorizationRequest(clientId, redirectUri, state, challenge);
        return Browsers.goTo(where(request, responseType, method));
    }

    private URI where(AuthorizationRequest request, @Nullable String responseType, @Nullable String method) {
        if (!"code".equals(responseType)) {
            return request.refused("unsupported_response_type", "Only code is answered here.");
        }
        if (request.codeChallenge() != null && !"S256".equals(method)) {
            return request.refused("invalid_request", "The code_challenge_method must be S256.");
        }
        return begin.begin(request)
                .orElseThrow(
                        () -> Problem.of(
                                501,
                                "oauth2-not-configured",
                                "Nobody signs in with Coder here until an operator sets greenroom.coder.oauth2 of auth-service."));
    }
}
