package dev.greenroom.auth.lending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a token was lent: to whom, in whose name, and when; which token it was is not kept. */
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

    @Column(name = "link_generation")
    private long linkGeneration;

    protected LoanRecord() {}

    LoanRecord(Instant lentAt, String borrower, LoanRequest request, UUID grantId, long linkGeneration) {
        this.lentAt = lentAt;
        this.borrower = borrower;
        this.deployment = request.deployment();
        this.userRef = request.userRef().toString();
        this.grantId = grantId;
        this.linkGeneration = linkGeneration;
    }
}
