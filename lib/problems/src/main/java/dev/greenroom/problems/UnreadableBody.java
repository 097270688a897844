package dev.greenroom.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.CharConversionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says where a request body is wrong, and never what stood there: Jackson's own messages quote it. */
record UnreadableBody(String detail, List<Violation> violations) {

    /**
     * Finds the reader's complaint. Quarkus passes a mismatch on as it is and wraps the others into a 400; any other
     * JSON failure is our own, of an answer that can't be written, say.
     */
    static Optional<UnreadableBody> in(Throwable failure) {
        return switch (failure) {
            case MismatchedInputException e -> Optional.of(mismatch(e));
            // Jackson's for bytes that are no UTF-32, which it takes a body for by its first four.
            case CharConversionException e -> Optional.of(of("The body is not valid JSON.", "", "not valid JSON"));
            case WebApplicationException e
            when e.getResponse().getStatus() == 400 && e.getCause() instanceof JsonProcessingException cause ->
                Optional.of(cause instanceof JsonMappingException mapping ? mismatch(mapping) : broken(cause));
            default -> Optional.empty();
        };
    }

    private static UnreadableBody broken(JsonProcessingException e) {
        return of("The body is not valid JSON.", "", "not valid JSON" + place(e));
    }

    private static UnreadableBody mismatch(JsonMappingException e) {
        if (e.getCause() instanceof JsonProcessingException syntax && !(syntax instanceof JsonMappingException)) {
            return of("The body is not valid JSON.", pathOf(e), "not valid JSON" + place(syntax));
        }
        return of("The body does not have the expected form.", pathOf(e), messageOf(e));
    }

    private static UnreadableBody of(String detail, String field, String message) {
        return new UnreadableBody(detail, List.of(new Violation(field, message)));
    }

    private static String messageOf(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown property";
            case ValueInstantiationException refused -> "not a valid " + JsonKind.of(refused.getType());
            case MismatchedInputException mismatch -> "must be " + JsonKind.withArticle(mismatch.getTargetType());
            default -> "can't be read";
        };
    }

    private static String place(JsonProcessingException e) {
        var location = e.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String pathOf(JsonMappingException e) {
        return e.getPath().stream()
                .map(UnreadableBody::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : "." + reference.getFieldName();
    }
}
