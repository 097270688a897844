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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which tokens were proven, by their SHA-256 and by who may use them, until they expire or their issuer's keys
 * change. A token is never kept, and one proven under the old keys is not remembered under the new.
 */
@ApplicationScoped
class ProvenTokens {
    private final Cache<Key, Proven> identities;
    private final Clock clock;
    private final Map<Issuer, KeySet> keySets = new ConcurrentHashMap<>();

    @Inject
    ProvenTokens(IdentityConfig config) {
        this(config.cacheSize(), Clock.systemUTC());
    }

    ProvenTokens(int size, Clock clock) {
        this.identities = Caffeine.newBuilder().maximumSize(size).build();
        this.clock = clock;
    }

    /** Where the token's identity is, or will be. */
    Key keyOf(CallerKind kind, String token) {
        return new Key(kind, HexFormat.of().formatHex(sha256(token)));
    }

    /** Under which keys a token of this issuer is proven now. To be asked for before it is. */
    KeySet keySetOf(Issuer issuer) {
        return keySets.computeIfAbsent(issuer, first -> new KeySet(first, 0));
    }

    Optional<SecurityIdentity> find(Key key) {
        return Optional.ofNullable(identities.getIfPresent(key))
                .filter(proven -> isCurrent(proven.under()))
                .map(Proven::identity)
                .filter(this::lives);
    }

    void remember(Key key, KeySet under, SecurityIdentity identity) {
        if (isCurrent(under) && lives(identity)) {
            identities.put(key, new Proven(under, identity));
        }
    }

    /** What is being proven meanwhile, under the keys that were, is not remembered either. */
    void forgetAll(Issuer issuer) {
        keySets.merge(issuer, new KeySet(issuer, 1), (before, first) -> new KeySet(issuer, before.number() + 1));
        identities.asMap().values().removeIf(proven -> proven.under().issuer().equals(issuer));
    }

    private boolean isCurrent(KeySet keySet) {
        return keySet.equals(keySetOf(keySet.issuer()));
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

    record Key(CallerKind kind, String sha256) {}

    /** The keys that an issuer had for a time. */
    record KeySet(Issuer issuer, long number) {}

    private record Proven(KeySet under, SecurityIdentity identity) {}
}
