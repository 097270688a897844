package dev.greenroom.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against Coder's own way of counting, on a clock that a test moves. */
class RequestBudgetTest {
    private static final RequestBudget.Key KEY = RequestBudget.Key.of("token", "/api/v2/users/me/workspaces");
    private static final int LIMIT = 512;

    private final MovedClock clock = new MovedClock();
    private final RequestBudget budget = new RequestBudget(clock);
    private final CodersLimit coder = new CodersLimit(LIMIT);

    @Test
    void holdsNothingBackOfWhatNothingIsKnown() {
        assertThat(budget.take(KEY)).isEmpty();
    }

    @Test
    void holdsNothingBackWhileMuchIsLeft() {
        answered(17);

        assertThat(budget.take(KEY)).isEmpty();
    }

    @Test
    void holdsBackWhereFewAreLeft() {
        answered(16);

        assertThat(budget.take(KEY)).hasValue(Duration.ofSeconds(1));
        assertThat(budget.take(RequestBudget.Key.of("token", "/api/v2/workspaces")))
                .as("another path")
                .isEmpty();
        assertThat(budget.take(RequestBudget.Key.of("another", KEY.path())))
                .as("another user")
                .isEmpty();
    }

    @Test
    void letsOneTryAfterAPauseAndTheOthersWaitForWhatItFinds() {
        answered(16);
        clock.move(Duration.ofSeconds(1));

        assertThat(budget.take(KEY)).isEmpty();
        assertThat(budget.take(KEY)).isPresent();

        answered(30);

        assertThat(budget.take(KEY)).isEmpty();
        assertThat(budget.take(KEY)).isEmpty();
    }

    @Test
    void pausesTwiceAsLongWhereTryingHasGainedNothing() {
        answered(16);
        clock.move(Duration.ofSeconds(1));
        answered(15);

        assertThat(budget.take(KEY)).hasValue(Duration.ofSeconds(2));
    }

    @Test
    void triesNothingBeforeTheMinuteEndsWhereNearlyNothingIsLeft() {
        answered(7);

        assertThat(budget.take(KEY)).hasValue(Duration.ofSeconds(61));
    }

    @Test
    void isNotMisledByAClockThatDiffers() {
        budget.answered(KEY, new RequestsLeft(LIMIT, 0, clock.instant().minusSeconds(600)));
        assertThat(budget.take(KEY)).hasValue(Duration.ofSeconds(1));

        budget.answered(KEY, new RequestsLeft(LIMIT, 0, clock.instant().plusSeconds(600)));
        assertThat(budget.take(KEY)).hasValue(Duration.ofSeconds(62));
    }

    @Test
    void meetsNoLimitAndUsesNearlyAllOfItWithThreeReplicasAndAGateway() {
        var replicas = Stream.generate(() -> new RequestBudget(clock)).limit(4).toList();
        var random = new Random(20261128);
        var minutes = 10;
        for (int millis = 0; millis < minutes * 60_000; millis += 5) {
            ask(replicas.get(random.nextInt(replicas.size())));
            clock.move(Duration.ofMillis(5));
        }

        assertThat(coder.refused).as("429").isZero();
        assertThat(coder.taken).isGreaterThan((int) (0.95 * minutes * LIMIT));
    }

    @Test
    void meetsNoLimitThatIsLow() {
        var low = new CodersLimit(30);
        for (int millis = 0; millis < 600_000; millis += 5) {
            if (budget.take(KEY).isEmpty()) {
                budget.answered(KEY, low.ask(clock.instant()));
            }
            clock.move(Duration.ofMillis(5));
        }

        assertThat(low.refused).isZero();
        assertThat(low.taken).isGreaterThan(10 * 30 / 2);
    }

    @Test
    void keepsNoToken() {
        assertThat(RequestBudget.Key.of("a-secret", "/x").toString()).doesNotContain("a-secret");
    }

    @Test
    void readsWhatCoderSays() {
        var headers = List.of("512", "459", "1795519476");
        var names = List.of("X-Ratelimit-Limit", "X-Ratelimit-Remaining", "X-Ratelimit-Reset");

        assertThat(RequestsLeft.of(name -> headers.get(names.indexOf(name))))
                .hasValue(new RequestsLeft(512, 459, Instant.ofEpochSecond(1795519476)));
        assertThat(RequestsLeft.of(name -> null)).isEmpty();
        assertThat(RequestsLeft.of(name -> "many")).isEmpty();
    }

    private void ask(RequestBudget replica) {
        if (replica.take(KEY).isEmpty()) {
            replica.answered(KEY, coder.ask(clock.instant()));
        }
    }

    private void answered(int left) {
        budget.answered(KEY, new RequestsLeft(LIMIT, left, clock.instant().plusSeconds(60)));
    }

    /** How Coder counts: minutes of its clock, the last one's requests fading over the present one. */
    private static final class CodersLimit {
        private final int limit;
        private long minute;
        private int before;
        private int now;
        int taken;
        int refused;

        CodersLimit(int limit) {
            this.limit = limit;
        }

        RequestsLeft ask(Instant at) {
            long present = at.getEpochSecond() / 60;
            if (present != minute) {
                before = present == minute + 1 ? now : 0;
                now = 0;
                minute = present;
            }
            double share = 1 - at.toEpochMilli() % 60_000 / 60_000.0;
            int used = (int) (before * share) + now;
            if (used >= limit) {
                refused++;
            } else {
                now++;
                taken++;
            }
            return new RequestsLeft(limit, Math.max(0, limit - used - 1), Instant.ofEpochSecond((present + 1) * 60));
        }
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.parse("2026-11-28T10:00:20Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
