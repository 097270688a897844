package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One record on a topic. Delivery is at least once and in order for a key; a reader tolerates unknown fields
 * and sends unknown types to the dead-letter topic.
 */
public sealed interface Message permits CoderConfigEvent, WorkspaceCommand, WorkspaceEvent, CoderAccountEvent {

    /** The Coder deployment that this is about; {@code default} until there are several. */
    String deployment();

    /** The CloudEvents id: the same for each repeat of the same message, and for no other. */
    @JsonIgnore
    String messageId();

    /** What the key names beside the deployment: an entity reference or a user reference. */
    @JsonIgnore
    String subject();

    @JsonIgnore
    Topic topic();

    /**
     * Whether nothing of its key is kept once it was read: a tombstone, a null value under the same key, follows it on a
     * compacted topic, so that the broker forgets the key. Readers pass it by: this message has said all.
     */
    @JsonIgnore
    default boolean endsItsKey() {
        return false;
    }

    /** The Kafka key. A deployment's name has no slash, so that the first slash ends it. */
    @JsonIgnore
    default String key() {
        return deployment() + "/" + subject();
    }
}
