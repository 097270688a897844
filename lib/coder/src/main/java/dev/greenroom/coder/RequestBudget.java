package dev.greenroom.coder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests within Coder's limit for a user and path, so that nobody meets its 429. Nobody has to count: Coder says
 * with each answer how many requests are left ({@link RequestsLeft}), and other replicas, the gateway and the user's own
 * browser are in that number. Where few are left, requests are held back. Those few are for whoever asks at the same time,
 * and doesn't know yet.
 *
 * <p>Coder's window slides: what was asked in the last minute of its clock fades evenly over the present one. So a second
 * later there may be some more, or none before the minute is over. Which of both is found by one request that is let
 * through, each time after twice as long where that has gained nothing.
 */
public final class RequestBudget {
    /** Of the limit so much is for those who don't know yet, and at least {@link #LEAST_RESERVE}. */
    private static final int RESERVE_PART = 32;

    private static final int LEAST_RESERVE = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    /** Coder's minute, and what its clock may differ by. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(62);

    private static final int USERS_AND_PATHS = 100_000;

    private final Clock clock;
    private final Cache<Key, Short> shorts = Caffeine.newBuilder()
            .maximumSize(USERS_AND_PATHS)
            .expireAfterWrite(LONGEST_PAUSE.multipliedBy(2))
            .build();

    public RequestBudget(Clock clock) {
        this.clock = clock;
    }

    /**
     * What Coder counts by, as far as we know: the token stands for its user.
     *
     * @param caller a hash: tokens are not kept
     */
    public record Key(String caller, String path) {

        public static Key of(String token, String path) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
                return new Key(HexFormat.of().formatHex(hash), path);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("a JVM without SHA-256", impossible);
            }
        }
    }

    /**
     * A key of which few requests are left.
     *
     * @param until nothing is asked before
     * @param pause how long it was waited for that
     */
    private record Short(int left, Duration pause, Instant until) {}

    /** For how long a request has to be held back; empty where it may be sent, and has to be answered for then. */
    public Optional<Duration> take(Key key) {
        if (shorts.getIfPresent(key) == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        var held = new Duration[1];
        shorts.asMap().computeIfPresent(key, (_, present) -> {
            if (present.until().isAfter(now)) {
                held[0] = Duration.between(now, present.until());
                return present;
            }
            // One is let through, and the others wait for what it finds.
            return new Short(present.left(), present.pause(), now.plus(FIRST_PAUSE));
        });
        return Optional.ofNullable(held[0]);
    }

    /** Coder has answered. */
    public void answered(Key key, RequestsLeft answer) {
        int reserve = Math.max(LEAST_RESERVE, answer.limit() / RESERVE_PART);
        if (answer.left() > reserve) {
            shorts.invalidate(key);
        } else {
            shorts.asMap().compute(key, (_, before) -> next(before, answer, answer.left() < reserve / 2));
        }
    }

    /** @param tooFew whether nothing more is tried before Coder's minute ends */
    private Short next(@Nullable Short before, RequestsLeft answer, boolean tooFew) {
        var now = clock.instant();
        var pause = before == null || answer.left() >= before.left()
                ? FIRST_PAUSE
                : before.pause().multipliedBy(2);
        var rest = Duration.between(now, answer.resetsAt()).plus(FIRST_PAUSE);
        var shortest = tooFew || rest.compareTo(pause) < 0 ? rest : pause;
        return new Short(answer.left(), pause, now.plus(bounded(shortest)));
    }

    private static Duration bounded(Duration pause) {
        if (pause.compareTo(FIRST_PAUSE) < 0) {
            return FIRST_PAUSE;
        }
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
