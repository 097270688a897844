package dev.greenroom.gateway.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What workspace-service says of an operation. */
public sealed interface OperationOutcome {

    /**
     * It is in the inbox.
     *
     * @param operation as workspace-service describes it to its actor and owner
     */
    record Known(ObjectNode operation) implements OperationOutcome {
        private static final String DIGEST = "digest";

        /** Whether this is what was asked for then. */
        public boolean asksFor(String digest) {
            return operation.path(DIGEST).asText().equals(digest);
        }

        public String status() {
            return operation.path("status").asText();
        }

        /** Without what is only for us. */
        ObjectNode shown() {
            var shown = operation.deepCopy();
            shown.remove(DIGEST);
            return shown;
        }
    }

    /** It is not in the inbox yet, or it never was one of this caller's. */
    record Unknown() implements OperationOutcome {}

    /** The caller's token is no longer taken. */
    record TokenRefused() implements OperationOutcome {}

    /** workspace-service does not say. */
    record Unavailable() implements OperationOutcome {}
}
