package dev.greenroom.auth.lending;

import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That lending was frozen or thawed: by whom, when, and why. */
@Entity
@Table(name = "lending_change")
class LendingChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String deployment;

    private boolean frozen;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    private String reason;

    protected LendingChange() {}

    LendingChange(String deployment, LendingRequest wanted, UserRef by, Instant now) {
        this.deployment = deployment;
        this.frozen = wanted.frozen();
        this.changedAt = now;
        this.changedBy = by.toString();
        this.reason = wanted.reason();
    }
}
