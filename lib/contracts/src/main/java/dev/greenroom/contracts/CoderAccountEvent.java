package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * Which Coder account a Backstage user has linked. Written by auth-service through its outbox; the topic is
 * compacted. No token is in it: those are lent by auth-service, to services only.
 */
public sealed interface CoderAccountEvent extends Message {

    UserRef userRef();

    /** A persisted counter of this user's account, which only grows, over unlinking too. */
    long revision();

    Instant occurredAt();

    @Override
    default String subject() {
        return userRef().toString();
    }

    @Override
    default String messageId() {
        return key() + "@" + revision();
    }

    @Override
    default Topic topic() {
        return Topic.CODER_ACCOUNTS;
    }

    /**
     * The user has a linked account, or has changed what they allow.
     *
     * @param linkGeneration counts the user's links; it grows when they unlink and link again
     * @param preprovisionConsent whether workspaces may be created in their name with nobody asking
     */
    record Linked(
            String deployment,
            UserRef userRef,
            long revision,
            Instant occurredAt,
            long linkGeneration,
            UUID coderUserId,
            String coderUsername,
            boolean preprovisionConsent)
            implements CoderAccountEvent {}

    /**
     * Coder takes the user's tokens no longer: the link stays, and nothing is done in their name until they link anew.
     *
     * @param linkGeneration of the link, as it was
     */
    record RelinkRequired(String deployment, UserRef userRef, long revision, Instant occurredAt, long linkGeneration)
            implements CoderAccountEvent {}

    /**
     * The user has unlinked: nothing more is done in their name, and the topic forgets them. The revision goes on where
     * they link again.
     */
    record Unlinked(String deployment, UserRef userRef, long revision, Instant occurredAt)
            implements CoderAccountEvent {

        @Override
        @JsonIgnore
        public boolean endsItsKey() {
            return true;
        }
    }
}
