package dev.greenroom.workspace.database;

/**
 * A row's message is of a type, or has a content, that this version does not know: a later version wrote it, which runs
 * beside this one or ran before it. Its text names the type and nothing of the message.
 */
public final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableRow(String type) {
        super("a message of the unknown type " + type);
    }

    UnreadableRow(String type, Throwable cause) {
        super("a message that is no " + type + " of this version", cause);
    }
}
