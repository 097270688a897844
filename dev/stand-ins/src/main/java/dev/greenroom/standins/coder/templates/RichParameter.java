package dev.greenroom.standins.coder.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that a template asks for.
 *
 * @param type {@code string}, {@code number} or {@code bool}
 * @param mutable whether a later build may change it
 * @param defaultValue what it is when nobody says otherwise; null makes the parameter required
 * @param options the only values that it may have; empty for any
 * @param regex what a value has to look like
 * @param error what is said of a value that breaks {@code regex}, {@code min} or {@code max}
 */
public record RichParameter(
        String name,
        String displayName,
        String description,
        String type,
        String formType,
        boolean mutable,
        @Nullable String defaultValue,
        List<Option> options,
        @Nullable String regex,
        @Nullable String error,
        @Nullable Long min,
        @Nullable Long max) {

    public RichParameter {
        options = List.copyOf(options);
    }

    boolean isRequired() {
        return defaultValue == null;
    }

    boolean isValidated() {
        return regex != null || min != null || max != null;
    }

    /** One of the values that a parameter may have. */
    public record Option(String name, String value) {}
}
