package dev.greenroom.auth.lending;

import dev.greenroom.auth.account.Granted;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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
    private String userRef;

    @Column(name = "grant_id")
    private UUID grantId;

    @Column(name = "grant_generation")
    private long grantGeneration;

    @Column(name = "link_generation")
    private long linkGeneration;

    protected LoanRecord() {}

    LoanRecord(Instant lentAt, String borrower, LoanRequest request, Granted granted) {
        this.lentAt = lentAt;
        this.borrower = borrower;
        this.deployment = request.deployment();
        this.userRef = request.userRef().toString();
        this.grantId = granted.grantId();
        this.grantGeneration = granted.generation();
        this.linkGeneration = granted.account().linkGeneration();
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
