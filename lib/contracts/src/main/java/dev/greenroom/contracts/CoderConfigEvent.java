package dev.greenroom.contracts;

import java.time.Instant;
import java.util.List;

/**
 * The state of one entity's Coder configuration. Written by catalog-sync-service through its outbox; the topic is
 * compacted, so that the last message of a key is the entity's state. Apply a message only when its revision is
 * higher than the one applied last: repeats and, after a takeover, stale copies are possible.
 */
public sealed interface CoderConfigEvent extends Message {

    EntityRef entityRef();

    /** Backstage's {@code metadata.uid}: it changes when an entity is deleted and added again. */
    String entityUid();

    /** A persisted counter of this entity, which only grows. */
    long revision();

    /** When the change was read from the catalog. */
    Instant observedAt();

    @Override
    default String subject() {
        return entityRef().toString();
    }

    @Override
    default String messageId() {
        return key() + "@" + revision();
    }

    @Override
    default Topic topic() {
        return Topic.CODER_CONFIGS;
    }

    /**
     * The entity has a sound configuration.
     *
     * @param applicable whether a front end should show Coder on the entity's page: where the author wrote a {@code
     *     spec.coder}, so that they see what is missing, and where the operator's defaults alone make it ready
     * @param notReady why no workspace can be created from it; empty when one can
     * @param warnings what was read otherwise than it was written, such as a number taken as its text
     */
    record Published(
            String deployment,
            EntityRef entityRef,
            String entityUid,
            long revision,
            Instant observedAt,
            @AbsentMeans(true) boolean applicable,
            CoderConfig config,
            List<Reason> notReady,
            List<Reason> warnings)
            implements CoderConfigEvent {
        public Published {
            notReady = List.copyOf(notReady);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The entity's {@code spec.coder} can't be used. Nothing is created from it; workspaces that exist are kept.
     *
     * @param owners the users that own the entity, so that they can be told
     * @param reasons at least one
     */
    record Invalid(
            String deployment,
            EntityRef entityRef,
            String entityUid,
            long revision,
            Instant observedAt,
            List<UserRef> owners,
            List<Reason> reasons)
            implements CoderConfigEvent {
        public Invalid {
            owners = List.copyOf(owners);
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("an invalid configuration needs a reason");
            }
        }
    }

    /** The entity has left the catalog, or Greenroom's scope of it. Workspaces that exist are kept. */
    record Withdrawn(String deployment, EntityRef entityRef, String entityUid, long revision, Instant observedAt)
            implements CoderConfigEvent {}
}
