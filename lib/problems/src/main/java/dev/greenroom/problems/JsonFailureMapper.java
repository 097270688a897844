package dev.greenroom.problems;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.CharConversionException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Takes the place of Quarkus' own mappers for these, which answer with a shape of their own or with nothing. Public,
 * since what Quarkus generates to call it may live in another class loader.
 */
public class JsonFailureMapper {

    @ServerExceptionMapper({MismatchedInputException.class, InvalidDefinitionException.class})
    public Response toResponse(JsonMappingException failure, UriInfo uri) {
        return answer(failure, uri);
    }

    /** Quarkus has none for this one, which the reader throws for bytes that are no text. */
    @ServerExceptionMapper
    public Response toResponse(CharConversionException failure, UriInfo uri) {
        return answer(failure, uri);
    }

    private static Response answer(Exception failure, UriInfo uri) {
        var unknownYet = HttpProblem.valueOf(Response.Status.INTERNAL_SERVER_ERROR);
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(unknownYet, ProblemContext.of(failure, uri))
                .toResponse();
    }
}
