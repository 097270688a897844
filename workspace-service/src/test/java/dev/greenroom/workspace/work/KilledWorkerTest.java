package dev.greenroom.workspace.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.inbox.AcceptCommands;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.operation.OperationStore;
import dev.greenroom.workspace.queue.TurnStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A worker ends without a word after Coder has acted: what it leaves is its last record, and a lease that runs out. */
@QuarkusTest
class KilledWorkerTest {

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    AcceptCommands accept;

    @Inject
    TurnStore turns;

    @Inject
    OperationStore operations;

    @Inject
    CarryOutCommand carryOut;

    @Inject
    TakeTurns take;

    @Inject
    Database database;

    @Inject
    Workers workers;

    RestingWorkers resting;

    @BeforeEach
    void nothingToDoAndNobodyToDoIt() throws InterruptedException {
        resting = RestingWorkers.of(workers);
        database.change("DELETE FROM command");
        database.change("DELETE FROM owner_queue");
    }

    @AfterEach
    void backToWork() {
        database.change("DELETE FROM command");
        database.change("DELETE FROM owner_queue");
        resting.close();
    }

    @Test
    void leavesACreateThatIsCarriedOnAndNotRepeated() {
        // Given
        var person = Person.linked(coder, auth, database);
        var entity = Entity.some();
        new Operations(backstage, database).publish(entity.published(1));
        var command = person.create(entity.ref());
        QuarkusTransaction.requiringNew().run(() -> accept.all(List.of(command)));
        carryOut.step(turns.take().orElseThrow());
        database.change("UPDATE owner_queue SET lease_until = now() - interval '1 second'");

        // When
        Awaitility.await().until(() -> {
            turns.take().ifPresent(take::through);
            return operations.find(command.id()).orElseThrow().status() == OperationStatus.SUCCEEDED;
        });

        // Then
        var coders = new CoderOf(coder, person);
        assertThat(coders.creates()).hasSize(1);
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }
}
