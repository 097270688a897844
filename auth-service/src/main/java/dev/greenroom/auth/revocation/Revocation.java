package dev.greenroom.auth.revocation;

import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an admin has every link ended, and how far it is. The row stays, for the audit. */
@Entity
class Revocation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String deployment;

    @Column(name = "begun_at")
    private Instant begunAt;

    @Column(name = "begun_by")
    private String begunBy;

    private String reason;

    @Column(name = "last_grant")
    private @Nullable UUID lastGrant;

    private long accounts;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected Revocation() {}

    /** The grants up to this one are ended, and with them so many more accounts. */
    void cameTo(@Nullable UUID grant, int moreAccounts) {
        lastGrant = grant;
        accounts += moreAccounts;
    }

    void finished(Instant now) {
        finishedAt = now;
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** The last grant that is ended; null at the beginning. */
    @Nullable UUID lastGrant() {
        return lastGrant;
    }

    RevocationState state(long waitingForCoder) {
        return new RevocationState(
                !isFinished(), begunAt, UserRef.parse(begunBy), reason, accounts, finishedAt, waitingForCoder);
    }
}
