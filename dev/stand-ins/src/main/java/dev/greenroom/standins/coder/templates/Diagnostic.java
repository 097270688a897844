package dev.greenroom.standins.coder.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a parameter's value, in the words of Coder's Terraform preview. */
record Diagnostic(String summary, String detail) {

    private static final String BREAKS_VALIDATION = "Invalid parameter value according to 'validation' block";

    /** What is wrong with a value; null is the value that nobody gave. */
    static List<Diagnostic> of(RichParameter parameter, @Nullable String value) {
        List<Diagnostic> found = new ArrayList<>();
        if (value != null
                && parameter.options().stream()
                        .noneMatch(option -> option.value().equals(value))
                && !parameter.options().isEmpty()) {
            found.add(new Diagnostic(
                    "Value must be a valid option", "the value \"" + value + "\" must be defined as one of options"));
        }
        String text = value == null ? "" : value;
        String error = parameter.error() == null ? "" : parameter.error();
        if (parameter.regex() != null
                && !Pattern.compile(parameter.regex()).matcher(text).find()) {
            found.add(new Diagnostic(
                    BREAKS_VALIDATION,
                    error + " (value \"" + text + "\" does not match \"" + parameter.regex() + "\")"));
        }
        if (value != null && parameter.type().equals("number") && !isWithin(parameter, value)) {
            found.add(new Diagnostic(BREAKS_VALIDATION, error));
        }
        if (value == null) {
            found.add(new Diagnostic("Required parameter not provided", "parameter value is null"));
        }
        return found;
    }

    private static boolean isWithin(RichParameter parameter, String value) {
        try {
            long number = Long.parseLong(value);
            return (parameter.min() == null || number >= parameter.min())
                    && (parameter.max() == null || number <= parameter.max());
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
