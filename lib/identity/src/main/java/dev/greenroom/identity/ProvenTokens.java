package dev.greenroom.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers which tokens were proven, by their SHA-256 and by who may use them, until they expire or the issuer's keys
 * change. A token is never kept, and one proven under the old keys is not remembered under the new.
 */
@ApplicationScoped
class ProvenTokens {
    private final Cache<Key, SecurityIdentity> identities;
    private final Clock clock;
    private final Map<CallerKind, AtomicLong> keySets =
            Map.of(CallerKind.USER, new AtomicLong(), CallerKind.SERVICE, new AtomicLong());

    @Inject
    ProvenTokens(IdentityConfig config) {
        this(config.cacheSize(), Clock.systemUTC());
    }

    ProvenTokens(int size, Clock clock) {
        this.identities = Caffeine.newBuilder().maximumSize(size).build();
        this.clock = clock;
    }

    /** Where the token's identity is, or will be. To be made before the token is proven: a key set is a part of it. */
    Key keyOf(CallerKind kind, String token) {
        return new Key(kind, keySetOf(kind).get(), HexFormat.of().formatHex(sha256(token)));
    }

    Optional<SecurityIdentity> find(Key key) {
        return Optional.ofNullable(identities.getIfPresent(key)).filter(this::lives);
    }

    void remember(Key key, SecurityIdentity identity) {
        if (key.keySet() == keySetOf(key.kind()).get() && lives(identity)) {
            identities.put(key, identity);
        }
    }

    /** What is being proven meanwhile, under the keys that were, is not remembered either. */
    void forgetAll(CallerKind kind) {
        keySetOf(kind).incrementAndGet();
        identities.asMap().keySet().removeIf(key -> key.kind() == kind);
    }

    private AtomicLong keySetOf(CallerKind kind) {
        return Objects.requireNonNull(keySets.get(kind));
    }

    private boolean lives(SecurityIdentity identity) {
        return clock.instant().isBefore(CallerIdentity.expiryOf(identity).orElse(Instant.MIN));
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    record Key(CallerKind kind, long keySet, String sha256) {}
}
