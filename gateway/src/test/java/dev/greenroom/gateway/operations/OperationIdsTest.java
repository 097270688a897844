package dev.greenroom.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.Environment;
import dev.greenroom.contracts.UserRef;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationIdsTest {
    private static final UserRef JANE = UserRef.parse("user:default/jane");
    private static final UserRef OTTO = UserRef.parse("user:default/otto");
    private static final IdempotencyKey KEY = new IdempotencyKey("monday-1");
    private static final Instant WINDOW = Instant.parse("2026-03-02T10:00:00Z");

    private final OperationIds ids = idsWith("0123456789abcdef0123456789abcdef");

    @Test
    void mintsUuidsOfVersion8() {
        for (var id : new UUID[] {ids.fresh(JANE), ids.forKey(JANE, KEY), ids.forRefresh(JANE, WINDOW)}) {
            assertThat(id.version()).isEqualTo(8);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void provesEachIdThatItMints() {
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.proves(JANE, ids.fresh(JANE))).isTrue();
            assertThat(ids.proves(JANE, ids.forKey(JANE, new IdempotencyKey("k" + i))))
                    .isTrue();
        }
        assertThat(ids.proves(JANE, ids.forRefresh(JANE, WINDOW))).isTrue();
    }

    @Test
    void doesNotProveAnIdForAnotherCaller() {
        assertThat(ids.proves(OTTO, ids.fresh(JANE))).isFalse();
        assertThat(ids.proves(OTTO, ids.forKey(JANE, KEY))).isFalse();
        assertThat(ids.proves(JANE.in(new Environment("staging")), ids.fresh(JANE)))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("eachBit")
    void doesNotProveAnIdWithOneBitChanged(int bit) {
        var id = ids.fresh(JANE);

        var tampered = bit < 64
                ? new UUID(id.getMostSignificantBits() ^ (1L << bit), id.getLeastSignificantBits())
                : new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ (1L << (bit - 64)));

        assertThat(ids.proves(JANE, tampered)).isFalse();
    }

    static IntStream eachBit() {
        return IntStream.range(0, 128);
    }

    @Test
    void doesNotProveAnIdOfAnotherKind() {
        assertThat(ids.proves(JANE, UUID.randomUUID())).isFalse();
        assertThat(ids.proves(JANE, new UUID(0, 0))).isFalse();
    }

    @Test
    void doesNotProveAnIdThatAnotherSecretMinted() {
        var foreign = idsWith("another secret, which is long enough too");

        assertThat(ids.proves(JANE, foreign.fresh(JANE))).isFalse();
        assertThat(foreign.forKey(JANE, KEY)).isNotEqualTo(ids.forKey(JANE, KEY));
    }

    @Test
    void provesAnIdOfAReplicaWithTheSameSecret() {
        var replica = idsWith("0123456789abcdef0123456789abcdef");

        assertThat(replica.proves(JANE, ids.fresh(JANE))).isTrue();
        assertThat(replica.forKey(JANE, KEY)).isEqualTo(ids.forKey(JANE, KEY));
    }

    @Test
    void derivesTheSameIdFromTheSameCallerAndKeyOnly() {
        var minted = new HashSet<UUID>();
        minted.add(ids.forKey(JANE, KEY));
        minted.add(ids.forKey(JANE, KEY));
        minted.add(ids.forKey(OTTO, KEY));
        minted.add(ids.forKey(JANE, new IdempotencyKey("monday-2")));

        assertThat(minted).hasSize(3);
    }

    @Test
    void keepsKeysAndRefreshesApart() {
        var sameText = new IdempotencyKey(WINDOW.toString());

        assertThat(ids.forKey(JANE, sameText)).isNotEqualTo(ids.forRefresh(JANE, WINDOW));
    }

    @Test
    void neverMintsTheSameFreshIdTwice() {
        var minted = new HashSet<UUID>();
        IntStream.range(0, 10_000).forEach(i -> minted.add(ids.fresh(JANE)));

        assertThat(minted).hasSize(10_000);
    }

    @Test
    void refusesToStartWithoutASecretOrWithAShortOne() {
        assertThatThrownBy(() -> new OperationSecret(Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("greenroom.gateway.operation-secret must be set to at least 32 bytes");
        assertThatThrownBy(() -> new OperationSecret(Optional.of("only-thirty-one-bytes-long-here")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("only-thirty-one");
    }

    @Test
    void neverShowsTheSecret() {
        assertThat(new OperationSecret(Optional.of("0123456789abcdef0123456789abcdef")))
                .hasToString("OperationSecret[redacted]");
    }

    private static OperationIds idsWith(String secret) {
        return new OperationIds(new OperationSecret(Optional.of(secret)));
    }
}
