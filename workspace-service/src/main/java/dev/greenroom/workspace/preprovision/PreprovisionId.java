package dev.greenroom.workspace.preprovision;

import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.origin.Unasked;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of the one command that an opt-in causes for a user: UUIDv5 (RFC 9562) of deployment, entity uid, user and
 * the opt-in's generation. Whatever else changes in the entity, and however often it is read, the id stays.
 */
public final class PreprovisionId {

    private static final UUID NAMESPACE = UUID.fromString("b6f4c1de-5a0b-4d53-9e0a-0d2f1c6a7e11");
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private PreprovisionId() {}

    public static UUID of(Published published, UserRef user, long generation) {
        // A line feed is in none of the parts.
        return ofName(String.join(
                "\n", published.deployment(), published.entityUid(), user.toString(), Long.toString(generation)));
    }

    /** Of the command that stops a workspace which nobody asked for and nobody has used: once for each. */
    static UUID ofStop(Unasked workspace) {
        return ofName(String.join(
                "\n",
                "stop",
                workspace.deployment(),
                workspace.commandId().toString(),
                workspace.workspaceId().toString()));
    }

    static UUID ofName(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xf000L | VERSION_5, hash.getLong() & ~0xc000_0000_0000_0000L | VARIANT);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("a JVM without SHA-1", impossible);
        }
    }
}
