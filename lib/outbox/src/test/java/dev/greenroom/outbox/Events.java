package dev.greenroom.outbox;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceEvent;
import java.time.Instant;
import java.util.UUID;

/** Events to send, told apart by their owner, which is their key, and their revision. */
final class Events {
    private static final UUID WORKSPACE = UUID.fromString("5f0f5c1e-0c6b-4c39-8a3f-0f6a5f1b2c3d");
    private static final Instant THEN = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    /** An owner that no other test has, so that tests share topics and don't see each other. */
    static UserRef newOwner() {
        return new UserRef("default", "user-" + UUID.randomUUID());
    }

    static WorkspaceEvent event(UserRef owner, long revision) {
        return new WorkspaceEvent.WorkspaceRemoved("default", owner, WORKSPACE, revision, THEN);
    }

    static String key(UserRef owner) {
        return event(owner, 0).key();
    }
}
