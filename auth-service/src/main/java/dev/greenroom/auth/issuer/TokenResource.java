package dev.greenroom.auth.issuer;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The services' token endpoint: client credentials, proven by {@code client_secret_basic}. Errors are problems, and
 * name RFC 6749's own code (section 5.2) as {@code error}, for the clients that read nothing else.
 */
@Path("/oauth2/token")
@PermitAll
class TokenResource {
    private static final Logger LOG = Logger.getLogger(TokenResource.class);

    private final Clients clients;
    private final TellOfUnprovenClients unprovenClients;
    private final IssuerConfig config;
    private final IssueToken issueToken;

    TokenResource(Clients clients, TellOfUnprovenClients unprovenClients, IssuerConfig config, IssueToken issueToken) {
        this.clients = clients;
        this.unprovenClients = unprovenClients;
        this.config = config;
        this.issueToken = issueToken;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Cache(noStore = true)
    public TokenAnswer token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @RestForm("grant_type") @Nullable String grantType,
            @RestForm @Nullable String audience) {
        var client = ClientCredentials.parse(authorization).filter(this::prove).orElseThrow(TokenResource::unproven);
        if (!"client_credentials".equals(grantType)) {
            throw refused("unsupported_grant_type", "Only client_credentials is granted here.");
        }
        if (audience == null || !config.audiences().contains(audience)) {
            throw refused("invalid_target", "There is no service of that audience.");
        }
        LOG.debugf("token for %s to call %s", client.id(), audience);
        return new TokenAnswer(issueToken.issue(client.id(), audience), "Bearer", IssueToken.LIFETIME.toSeconds());
    }

    private boolean prove(ClientCredentials credentials) {
        var proven = clients.prove(credentials);
        if (!proven) {
            unprovenClients.tell(credentials);
        }
        return proven;
    }

    private static HttpProblem unproven() {
        var problem = Problem.of(401, "unauthenticated", "The client is unknown, or its secret is not this one.");
        return HttpProblem.builder(problem)
                .with("error", "invalid_client")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"greenroom\"")
                .build();
    }

    private static HttpProblem refused(String error, String detail) {
        return HttpProblem.builder(Problem.of(400, "invalid-request", detail))
                .with("error", error)
                .build();
    }
}
