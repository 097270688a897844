package dev.greenroom.identity;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Why an admin does something, in their words, for the audit and the log: one line. No character in it ends a line, hides
 * or turns the text around it in a log, or has no UTF-8.
 */
@NotBlank(message = "must be given") @Size(max = 500, message = "must be at most 500 characters") @Pattern(regexp = "[^\\p{C}\\p{Zl}\\p{Zp}]*", message = "must be one line of text") @Constraint(validatedBy = {})
@Target(FIELD)
@Retention(RUNTIME)
public @interface Reason {
    String message() default "is no reason";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
