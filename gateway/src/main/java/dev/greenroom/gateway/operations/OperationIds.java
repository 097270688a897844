package dev.greenroom.gateway.operations;

import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * Mints the ids of operations: UUIDs of version 8 (RFC 9562, section 5.8) that prove by themselves that the gateway
 * gave them to this caller, so that one that was given out is never unknown, in any replica, without a database.
 *
 * <pre>
 *   head: 60 bits  random, or an HMAC of the caller and what repeats
 *   tail: 62 bits  HMAC(secret, caller, head)
 *   the other 6    version and variant
 * </pre>
 */
@ApplicationScoped
public class OperationIds {
    private static final int VERSION = 8;
    private static final int IETF_VARIANT = 2;
    private static final int HEAD_BITS = 60;
    private static final long TAIL_MASK = -1L >>> 2;

    private final OperationSecret secret;
    private final SecureRandom random = new SecureRandom();

    OperationIds(OperationSecret secret) {
        this.secret = secret;
    }

    /** What an id is derived for; each has its own domain, so that no two of them meet in one id. */
    private enum Purpose {
        KEY,
        REFRESH,
        TAIL
    }

    /** Another one each time. */
    public UUID fresh(UserRef caller) {
        return sealed(caller, random.nextLong() >>> (Long.SIZE - HEAD_BITS));
    }

    /** The same for the same caller and key, for good. */
    public UUID forKey(UserRef caller, IdempotencyKey key) {
        return derived(Purpose.KEY, caller, key.value());
    }

    /** The same for all looks of a caller within one window of time, so that they cause one command. */
    public UUID forRefresh(UserRef caller, Instant window) {
        return derived(Purpose.REFRESH, caller, window.toString());
    }

    /** Whether this gateway, or a replica with the same secret, minted the id for this caller. In constant time. */
    public boolean proves(UserRef caller, UUID id) {
        if (id.version() != VERSION || id.variant() != IETF_VARIANT) {
            return false;
        }
        return MessageDigest.isEqual(bytes(sealed(caller, headOf(id))), bytes(id));
    }

    private UUID derived(Purpose purpose, UserRef caller, String what) {
        long head = hmac(purpose, caller, what.getBytes(StandardCharsets.US_ASCII)) >>> (Long.SIZE - HEAD_BITS);
        return sealed(caller, head);
    }

    private UUID sealed(UserRef caller, long head) {
        long tail = hmac(
                Purpose.TAIL,
                caller,
                ByteBuffer.allocate(Long.BYTES).putLong(head).array());
        long upper = (head >>> 12 << 16) | ((long) VERSION << 12) | (head & 0xfff);
        return new UUID(upper, ((long) IETF_VARIANT << 62) | (tail & TAIL_MASK));
    }

    private static long headOf(UUID id) {
        long upper = id.getMostSignificantBits();
        return (upper >>> 16 << 12) | (upper & 0xfff);
    }

    /** A reference of a user has no NUL, so that the fields can't run into each other. */
    private long hmac(Purpose purpose, UserRef caller, byte[] what) {
        var mac = secret.mac();
        mac.update((purpose + "\0" + caller + "\0").getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.wrap(mac.doFinal(what)).getLong();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
