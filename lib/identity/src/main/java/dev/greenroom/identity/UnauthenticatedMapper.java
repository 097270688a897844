package dev.greenroom.identity;

import dev.greenroom.problems.Problem;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers who brings no token, or a bad one, alike: which of its parts is wrong is not told. Takes the place of the
 * mappers of quarkus-resteasy-problem 3.21, which read a field that Quarkus 3.33 no longer has. Public, since what Quarkus
 * generates to call it may live in another class loader.
 */
public class UnauthenticatedMapper {

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response toResponse(SecurityException failure, UriInfo uri) {
        var problem = Problem.unauthenticated();
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem, ProblemContext.of(problem, uri))
                .toResponse();
    }
}
