package dev.greenroom.standins.backstage.tokens;

/** Who sent a request. */
public sealed interface Caller {
    /** @param ref {@code user:namespace/name} */
    record User(String ref) implements Caller {}

    /** The holder of the static token, whose access is restricted to the catalog. */
    record Service(String subject) implements Caller {}

    /** No bearer token at all. */
    record Nobody() implements Caller {}

    /** @param reason in Backstage's words */
    record Refused(String reason) implements Caller {}
}
