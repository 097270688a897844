package dev.greenroom.outbox;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The trace that a message belongs to, so that it goes on where the message is read. */
final class CurrentTrace {
    private CurrentTrace() {}

    /** The W3C {@code traceparent} of the current span; null where nothing traces. */
    static @Nullable String traceparent() {
        Map<String, String> fields = new HashMap<>();
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.current(),
                        fields,
                        (carrier, name, value) ->
                                Objects.requireNonNull(carrier).put(name, value));
        return fields.get("traceparent");
    }
}
