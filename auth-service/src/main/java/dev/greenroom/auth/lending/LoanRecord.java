package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.Granted;
import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a token was lent: to whom, in whose name, and when; the token itself is not kept. */
@Entity
@Table(name = "loan")
class LoanRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "lent_at")
    private Instant lentAt;

    private String borrower;

    private String deployment;

    @Column(name = "user_ref")
    private @Nullable String userRef;

    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "grant_generation")
    private long grantGeneration;

    @Column(name = "link_generation")
    private @Nullable Long linkGeneration;

    @Column(name = "session_id")
    private @Nullable UUID sessionId;

    protected LoanRecord() {}

    LoanRecord(Instant lentAt, String borrower, String deployment, Granted granted, Beneficiary beneficiary) {
        this.lentAt = lentAt;
        this.borrower = borrower;
        this.deployment = deployment;
        this.userRef =
                Optional.ofNullable(beneficiary.user()).map(UserRef::toString).orElse(null);
        this.grantId = granted.id();
        this.grantGeneration = granted.generation();
        this.linkGeneration = beneficiary.linkGeneration();
        this.sessionId = beneficiary.sessionId();
    }

    long id() {
        return id;
    }

    UUID grantId() {
        return grantId;
    }

    /** Of the token that was lent. */
    long grantGeneration() {
        return grantGeneration;
    }
}
