package dev.greenroom.auth.account;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.UserRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Backstage user, and the grant that they have linked. The row stays when they unlink, so that neither counter ever
 * goes back.
 *
 * <pre>
 *              link                        link: another token, another consent
 *  unlinked ──────────▶ linked ◀──────────────────┐
 *      ▲                  │  └────────────────────┘
 *      └──── unlink ──────┘     with another Coder user: the next generation
 * </pre>
 */
@Entity
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String deployment;

    @Column(name = "user_ref")
    private String userRef;

    @ManyToOne
    @JoinColumn(name = "grant_id")
    private @Nullable Grant grant;

    private long revision;

    @Column(name = "link_generation")
    private long linkGeneration;

    @Column(name = "preprovision_consent")
    private boolean preprovisionConsent;

    @Column(name = "linked_at")
    private @Nullable Instant linkedAt;

    protected Account() {}

    /**
     * Links, or renews the link; returns the grant that is no longer used by this account.
     *
     * @param consent null leaves it as it is, but for another Coder user than before, about whom nothing was said yet
     */
    Optional<Grant> link(Grant next, @Nullable Boolean consent, Instant now) {
        var before = grant;
        if (before == null || before != next) {
            linkGeneration++;
            linkedAt = now;
            preprovisionConsent = false;
        }
        grant = next;
        if (consent != null) {
            preprovisionConsent = consent;
        }
        revision++;
        return before == next ? Optional.empty() : Optional.ofNullable(before);
    }

    /** Changes the consent of a linked account; false where it was so already. */
    boolean consent(boolean consent) {
        if (preprovisionConsent == consent) {
            return false;
        }
        preprovisionConsent = consent;
        revision++;
        return true;
    }

    /** Consent ends with it; returns the grant that was used. */
    Optional<Grant> unlink() {
        var before = grant;
        if (before != null) {
            grant = null;
            linkedAt = null;
            preprovisionConsent = false;
            revision++;
        }
        return Optional.ofNullable(before);
    }

    /** Its grant is dead at Coder, or lives again: the link stays as it is, and others are told. */
    void grantHasChanged() {
        revision++;
    }

    /** The account as it is now; empty where it is not linked. */
    Optional<LinkedAccount> linked() {
        return Optional.ofNullable(grant)
                .map(used -> new LinkedAccount(
                        UserRef.parse(userRef),
                        used.coderUserId(),
                        used.coderUsername(),
                        linkedAt,
                        used.expiresAt(),
                        used.relinkRequired(),
                        preprovisionConsent,
                        linkGeneration));
    }

    Long id() {
        return id;
    }

    long linkGeneration() {
        return linkGeneration;
    }

    Optional<Grant> grant() {
        return Optional.ofNullable(grant);
    }

    CoderAccountEvent toEvent(Instant now) {
        var user = UserRef.parse(userRef);
        return linked().map(account -> toEvent(account, user, now))
                .orElseGet(() -> new CoderAccountEvent.Unlinked(deployment, user, revision, now));
    }

    private CoderAccountEvent toEvent(LinkedAccount account, UserRef user, Instant now) {
        return account.relinkRequired()
                ? new CoderAccountEvent.RelinkRequired(deployment, user, revision, now, linkGeneration)
                : new CoderAccountEvent.Linked(
                        deployment,
                        user,
                        revision,
                        now,
                        linkGeneration,
                        account.coderUserId(),
                        account.coderUsername(),
                        preprovisionConsent);
    }
}
