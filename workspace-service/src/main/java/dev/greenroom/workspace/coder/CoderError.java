package dev.greenroom.workspace.coder;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of Coder's refusals: {@code {message, detail?, validations?}}. */
record CoderError(
        @Nullable String message,
        @Nullable String detail,
        @Nullable List<Validation> validations) {

    private static final int LONGEST = 1000;

    record Validation(String field, String detail) {}

    /** One text for the owner. */
    String text() {
        var text = (message == null ? "" : message)
                + (detail == null || detail.isBlank() ? "" : " " + detail)
                + (validations == null || validations.isEmpty() ? "" : " " + validationsText(validations));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String validationsText(List<Validation> validations) {
        return validations.stream()
                .map(validation -> validation.field() + ": " + validation.detail())
                .collect(Collectors.joining("; ", "(", ")"));
    }
}
