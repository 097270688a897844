package dev.greenroom.identity;

import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicReference;

/** Notices that an issuer serves other keys than before, and then has what the old ones proved forgotten. */
final class KeySetWatch {
    private static final int OK = 200;

    private final Issuer issuer;
    private final ProvenTokens proven;
    private final AtomicReference<Buffer> last = new AtomicReference<>();

    KeySetWatch(Issuer issuer, ProvenTokens proven) {
        this.issuer = issuer;
        this.proven = proven;
    }

    void saw(int status, Buffer keys) {
        if (status != OK) {
            return;
        }
        var before = last.getAndSet(keys);
        if (before != null && !before.equals(keys)) {
            proven.forgetAll(issuer);
        }
    }
}
