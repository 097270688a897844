package dev.greenroom.gateway.workspaces;

import dev.greenroom.contracts.EntityRef;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text that {@link EntityRef} reads: a full reference, since what a short one means depends on who reads it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FullEntityRef.Check.class)
@interface FullEntityRef {
    String message() default "must be a full entity reference, kind:namespace/name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Whether the text is one. */
    class Check implements ConstraintValidator<FullEntityRef, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            try {
                return text == null || !EntityRef.parse(text).toString().isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
