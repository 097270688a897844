package dev.greenroom.workspace.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.standins.coder.seed.Seed;
import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CancelTest extends SomebodyLinked {

    private static final String CANCELS = "/api/v2/workspacebuilds/.*/cancel";

    @AfterEach
    void mend() {
        coder.faults().clear();
        coder.settings().provisioners(3);
        CircuitBreakerMaintenance.get().resetAll();
    }

    @Test
    void passesTheBuildThatItCancels() {
        // Given
        var entity = Entity.some().template("slow").withoutParams();
        operations.publish(entity.published(1));
        var create = person.create(entity.ref());
        Topics.send(create);
        await().until(() -> coders.workspaceNames().contains(entity.ref().name()));
        coders.awaitStatus(entity.ref().name(), "starting");

        // When
        var cancel = cancel(coders.idOf(entity.ref().name()));

        // Then
        var operation = operations.succeeded(person, cancel.id());
        assertThat(operation.getString("workspace.status")).isEqualTo("failed");
        var created = operations.settled(person, create.id());
        assertThat(created.getString("failure.code")).isEqualTo("build-failed");
        assertThat(created.getString("failure.message")).isEqualTo("The build was canceled.");
    }

    @Test
    void cancelsABuildThatStillWaits() {
        // Given
        coder.settings().provisioners(0);
        coders.create("mine", "slow", "https://github.com/acme/mine");

        // When
        var cancel = cancel(coders.idOf("mine"));

        // Then
        var operation = operations.succeeded(person, cancel.id());
        assertThat(operation.getString("workspace.status")).isEqualTo("canceled");
    }

    @Test
    void findsNothingToCancelWhereNoBuildIsUnderWay() {
        // Given
        var workspace = coders.running("mine", "minimal");

        // When
        var cancel = cancel(workspace);

        // Then
        assertThat(operations.failure(person, cancel.id())).isEqualTo("nothing-to-cancel");
        assertThat(coders.calls("PATCH", CANCELS)).isEmpty();
    }

    @Test
    void passesOnThatATemplateDoesNotLetItsUsersCancel() {
        // Given
        var template = "strict-" + person.username();
        coder.sow(Seed.parse("templates: [{ name: " + template + ", buildTime: PT3S }]"));
        coders.create("mine", template, "https://github.com/acme/mine");

        // When
        var cancel = cancel(coders.idOf("mine"));

        // Then
        var operation = operations.settled(person, cancel.id());
        assertThat(operation.getString("failure.code")).isEqualTo("coder-refused");
        assertThat(operation.getString("failure.message")).contains("not allowed to cancel");
    }

    @Test
    void asksOnceWhenTheAnswerIsLost() {
        // Given
        coders.create("mine", "slow", "https://github.com/acme/mine");
        coder.faults().on("PATCH", "/api/v2/workspacebuilds/").times(1).dropAfterEffect();

        // When
        var cancel = cancel(coders.idOf("mine"));

        // Then
        operations.succeeded(person, cancel.id());
        assertThat(coders.calls("PATCH", CANCELS)).hasSize(1);
    }

    @Test
    void isDoneWhereSomebodyElseHasCanceledTheBuildAlready() {
        // Given
        coders.create("mine", "slow", "https://github.com/acme/mine");
        coders.awaitStatus("mine", "starting");
        coder.faults().on("PATCH", "/api/v2/workspacebuilds/").times(1).failAfterEffect(400);

        // When
        var cancel = cancel(coders.idOf("mine"));

        // Then
        operations.succeeded(person, cancel.id());
    }

    @Test
    void cancelsNoLaterBuildThanTheOneThatItHasSeen() {
        // Given
        var template = "brief-" + person.username();
        coder.sow(Seed.parse("templates: [{ name: " + template + ", buildTime: PT1S, allowUserCancel: true }]"));
        coders.create("mine", template, "https://github.com/acme/mine");
        var workspace = coders.idOf("mine");
        coder.faults().on("PATCH", "/api/v2/workspacebuilds/").times(1).limit(Duration.ofSeconds(2));

        // When
        var cancel = cancel(workspace);
        coders.awaitStatus("mine", "running");
        coders.build(workspace, "stop");

        // Then
        var operation = operations.settled(person, cancel.id());
        assertThat(operation.getString("failure.code")).isEqualTo("nothing-to-cancel");
        assertThat(operation.getString("failure.message")).contains("before it could be canceled");
        coders.awaitStatus("mine", "stopped");
        var builds = coders.buildsOf(workspace, "id");
        assertThat(coder.ledger().calls("PATCH", "/api/v2/workspacebuilds/(" + String.join("|", builds) + ")/cancel"))
                .extracting(Call::path)
                .containsExactly("/api/v2/workspacebuilds/" + builds.getFirst() + "/cancel");
    }

    @Test
    void touchesNoWorkspaceOfAnothers() {
        // Given
        var other = new CoderOf(coder, Person.linked(coder, auth, database));
        other.create("theirs", "slow", "https://github.com/acme/theirs");
        var theirs = other.idOf("theirs");
        var administrator = Person.administrator(coder, auth, database);

        // When
        var commands = List.of(person.asks(CancelBuild::new, theirs), administrator.asks(CancelBuild::new, theirs));
        commands.forEach(Topics::send);

        // Then
        assertThat(operations.failure(person, commands.getFirst().id())).isEqualTo("workspace-not-found");
        assertThat(operations.failure(administrator, commands.getLast().id())).isEqualTo("workspace-not-found");
        other.awaitStatus("theirs", "running");
    }

    @Test
    void letsTheNextCommandOfTheWorkspaceGoOn() {
        // Given
        coders.create("mine", "slow", "https://github.com/acme/mine");
        coders.awaitStatus("mine", "starting");
        var workspace = coders.idOf("mine");
        var start = person.asks(StartWorkspace::new, workspace);
        Topics.send(start);

        // When
        cancel(workspace);

        // Then
        operations.succeeded(person, start.id());
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "start");
        assertThat(coders.buildsOf(workspace, "job.status")).containsExactly("failed", "succeeded");
    }

    private CancelBuild cancel(UUID workspace) {
        var command = (CancelBuild) person.asks(CancelBuild::new, workspace);
        Topics.send(command);
        return command;
    }
}
