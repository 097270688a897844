package dev.greenroom.outbox;

import static dev.greenroom.outbox.Events.event;
import static dev.greenroom.outbox.Events.newOwner;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is a fault of whoever adds. */
@QuarkusTest
class OutboxRefusalsTest {
    @Inject
    Outbox outbox;

    private final UserRef owner = newOwner();

    @Test
    void refusesToAddOutsideATransaction() {
        assertThatThrownBy(() -> outbox.add(event(owner, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside an active transaction");
    }

    @Test
    void refusesAMessageThatNoBrokerWouldTakeSinceItWouldBlockAllBehindIt() {
        var failure = new WorkspaceEvent.Failure("too-long", "x".repeat(1_000_000));
        var tooLarge = new WorkspaceEvent.OperationChanged(
                "default",
                owner,
                UUID.randomUUID(),
                1,
                Instant.EPOCH,
                "CreateWorkspace",
                WorkspaceCommand.Cause.REQUESTED,
                OperationStatus.FAILED,
                null,
                null,
                failure);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(tooLarge)))
                .hasMessageContaining("more than a broker takes");
    }
}
