package dev.greenroom.contracts;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a body lacks: Jackson leaves an absent component null, whether or not the record says that it may be.
 * Components that may be null carry {@link Nullable}.
 */
final class RequiredComponents {
    private RequiredComponents() {}

    /** The first component that is null and must not be, as a path into the body. */
    static Optional<String> firstMissing(Record record) {
        for (var component : record.getClass().getRecordComponents()) {
            var missing = missingAt(component, valueOf(component, record));
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missingAt(RecordComponent component, @Nullable Object value) {
        return switch (value) {
            case null ->
                component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                        ? Optional.empty()
                        : Optional.of(component.getName());
            case Record nested -> firstMissing(nested).map(path -> component.getName() + "." + path);
            case Collection<?> items ->
                items.stream()
                        .flatMap(item -> item instanceof Record nested ? firstMissing(nested).stream() : null)
                        .findFirst()
                        .map(path -> component.getName() + "[]." + path);
            default -> Optional.empty();
        };
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a message's component that can't be read: " + component, e);
        }
    }
}
