package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A flag that a message got later than its other fields. Topics and databases keep messages of before: this is what
 * those meant. It is always written, and is the {@code default} of the field's schema.
 */
@JacksonAnnotationsInside
@JsonDeserialize(using = AbsentMeans.Flag.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface AbsentMeans {
    boolean value();

    /** Reads such a flag as any other, and its absence as the annotation says. */
    final class Flag extends StdDeserializer<Boolean> implements ContextualDeserializer {
        private final boolean absent;

        /** Jackson makes the first one, which reads nothing, and asks that one for the field's own. */
        Flag() {
            this(false);
        }

        private Flag(boolean absent) {
            super(Boolean.TYPE);
            this.absent = absent;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field) {
            return new Flag(field.getAnnotation(AbsentMeans.class).value());
        }

        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return _parseBooleanPrimitive(parser, context);
        }

        @Override
        public Boolean getNullValue(DeserializationContext context) {
            return absent;
        }
    }
}
