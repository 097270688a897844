package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether tokens are lent for a deployment; one row, which all replicas go by.
 *
 * <pre>
 *            freeze, revocation
 *     lent ──────────▶ frozen ───┐ freeze, for another reason
 *      ▲                 │ ▲     │
 *      └────── thaw ─────┘ └─────┘
 *       not before the revocation's end
 * </pre>
 */
@Entity
class Lending {
    @Id
    private String deployment;

    private boolean frozen;

    private @Nullable Instant since;

    @Column(name = "changed_by")
    private @Nullable String changedBy;

    private @Nullable String reason;

    /** Nobody thaws it: a revocation is under way. */
    private boolean held;

    protected Lending() {}

    /** False where all of it was so already, whoever said it. */
    boolean change(LendingRequest wanted, UserRef by, Instant now) {
        if (frozen == wanted.frozen() && wanted.reason().equals(reason)) {
            return false;
        }
        if (frozen != wanted.frozen() || since == null) {
            since = now;
        }
        frozen = wanted.frozen();
        changedBy = by.toString();
        reason = wanted.reason();
        return true;
    }

    void hold(boolean hold) {
        held = hold;
    }

    boolean held() {
        return held;
    }

    boolean frozen() {
        return frozen;
    }

    LendingState state() {
        return new LendingState(
                frozen,
                since,
                Optional.ofNullable(changedBy).map(UserRef::parse).orElse(null),
                reason);
    }
}
