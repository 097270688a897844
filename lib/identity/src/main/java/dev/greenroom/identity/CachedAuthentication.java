package dev.greenroom.identity;

import dev.greenroom.problems.Problem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Stands in front of quarkus-oidc: what it has proven is not proven again, and what can't be right is not shown to it. */
@Alternative
@Priority(1)
@ApplicationScoped
class CachedAuthentication implements HttpAuthenticationMechanism {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final OidcAuthenticationMechanism oidc;
    private final ExpectedCaller expected;
    private final PlausibleTokens plausible;
    private final ProvenTokens proven;

    CachedAuthentication(
            OidcAuthenticationMechanism oidc, ExpectedCaller expected, PlausibleTokens plausible, ProvenTokens proven) {
        this.oidc = oidc;
        this.expected = expected;
        this.plausible = plausible;
        this.proven = proven;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        return BearerToken.of(context.request())
                .map(token -> authenticate(token, context, providers))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private Uni<SecurityIdentity> authenticate(
            String token, RoutingContext context, IdentityProviderManager providers) {
        var kind = expected.of(context);
        var key = proven.keyOf(kind, token);
        var known = proven.find(key);
        if (known.isPresent()) {
            return Uni.createFrom().item(known.get());
        }
        return plausible
                .issuerOf(kind, token)
                .map(issuer -> prove(issuer, key, context, providers))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    private Uni<SecurityIdentity> prove(
            Issuer issuer, ProvenTokens.Key key, RoutingContext context, IdentityProviderManager providers) {
        var keySet = proven.keySetOf(issuer);
        return oidc.authenticate(context, providers)
                .map(identity -> CallerIdentity.of(issuer, (JsonWebToken) identity.getPrincipal()))
                .invoke(identity -> proven.remember(key, keySet, identity))
                .onFailure(AuthenticationFailedException.class)
                .transform(quotesTheToken -> new AuthenticationFailedException())
                .onFailure(OIDCException.class)
                .transform(issuerAway -> Problem.unavailable(
                        "identity-unavailable", "Tokens can't be checked now: their issuer is away.", RETRY_AFTER));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }
}
