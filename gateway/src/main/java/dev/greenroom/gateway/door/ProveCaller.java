package dev.greenroom.gateway.door;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.problems.Problem;
import dev.greenroom.problems.ProblemAnswer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Lets nobody without a proven identity past it, below {@code /v1} and in the drop-in: whoever answers there, resource or
 * service. What proves a session's token is auth-service, which alone knows sessions.
 */
@ApplicationScoped
class ProveCaller {
    private static final Logger LOG = Logger.getLogger(ProveCaller.class);
    private static final String OURS = "/v1/";
    private static final String CODERS = "/coder/api/";

    /** After Quarkus' own handlers, the last of which is at 100, have put the means to authenticate in place. */
    private static final int AFTER_AUTHENTICATION = 50;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final IdentityProviderManager providers;

    ProveCaller(IdentityProviderManager providers) {
        this.providers = providers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::prove, AFTER_AUTHENTICATION);
    }

    /** For resources. */
    @Produces
    ProvenUser caller(RoutingContext context) {
        return ProvenUser.of(context);
    }

    private void prove(RoutingContext context) {
        if (!needsUser(context)) {
            context.next();
            return;
        }
        // Quarkus' own handler would end the answer to a refused token with an empty body, behind our back.
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        QuarkusHttpUser.getSecurityIdentity(context, providers)
                .subscribe()
                .with(identity -> goOn(context, identity), failure -> refuse(context, failure));
    }

    private static boolean needsUser(RoutingContext context) {
        var path = context.normalizedPath();
        return path.startsWith(OURS)
                || path.startsWith(CODERS) && SessionToken.of(context.request()).isEmpty();
    }

    private static void goOn(RoutingContext context, SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            ProblemAnswer.send(context, Problem.unauthenticated());
            return;
        }
        var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        new ProvenUser(UserRef.parse(identity.getPrincipal().getName()), authorization).in(context);
        context.next();
    }

    private static void refuse(RoutingContext context, Throwable failure) {
        ProblemAnswer.send(
                context,
                switch (failure) {
                    case HttpProblem problem -> problem;
                    case AuthenticationFailedException _ -> Problem.unauthenticated();
                    default -> {
                        LOG.errorf("A caller can't be proven: %s", failure);
                        yield Problem.unavailable("identity-unavailable", "Tokens can't be checked now.", RETRY_AFTER);
                    }
                });
    }
}
