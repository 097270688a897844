package dev.greenroom.workspace.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log of a build that has failed. */
@QuarkusTest
class FailWithLogTest extends SomebodyLinked {

    private static final String BUILDS = "/api/v2/workspacebuilds/";

    @AfterEach
    void mend() {
        coder.faults().clear();
        CircuitBreakerMaintenance.get().resetAll();
    }

    @Test
    void isKeptWithACreateForItsOwnerAndNobodyElse() {
        // When
        var create = create();

        // Then
        var operation = failed(create);
        var path = "/v1/operations/" + create.id() + "/log";
        assertThat(operation.getString("log")).isEqualTo(path);
        var log = operations.get(person, path);
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(log.contentType()).isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(log.asString())
                .contains(" info Setting up\n")
                .contains(" info Starting workspace: docker_container.workspace: Creating...\n");
        var others = operations.get(Person.newcomer(coder), path);
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.jsonPath().getString("code")).isEqualTo("operation-not-found");
    }

    @Test
    void isKeptWithAStart() {
        // Given
        failed(create());
        var start = person.asks(
                StartWorkspace::new, coders.idOf(coders.workspaceNames().getFirst()));

        // When
        Topics.send(start);

        // Then
        assertThat(failed(start).getString("failure.message")).contains("no space left on device");
        assertThat(operations
                        .get(person, "/v1/operations/" + start.id() + "/log")
                        .asString())
                .contains("Starting workspace");
    }

    @Test
    void isNotThereForAnOperationThatHasSucceeded() {
        // Given
        var list = person.list();
        Topics.send(list);

        // When
        var operation = operations.succeeded(person, list.id());

        // Then
        assertThat(operation.getString("log")).isNull();
        var log = operations.get(person, "/v1/operations/" + list.id() + "/log");
        assertThat(log.statusCode()).isEqualTo(404);
        assertThat(log.jsonPath().getString("code")).isEqualTo("log-not-found");
    }

    @Test
    void isReadAgainWhereItCouldNotBeReadAtOnce() {
        // Given
        coder.faults().on("GET", BUILDS).times(1).dropBeforeEffect();

        // When
        var operation = failed(create());

        // Then
        assertThat(operation.getString("log")).isNotNull();
    }

    @Test
    void isGivenUpWhereItCanNotBeReadTheSecondTimeEither() {
        // Given
        coder.faults().on("GET", BUILDS).fail(500);

        // When
        var operation = failed(create());

        // Then
        assertThat(operation.getString("log")).isNull();
        assertThat(reads()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void isGivenUpAtOnceWhereCoderDoesNotGiveIt(int status) {
        // Given
        coder.faults().on("GET", BUILDS).fail(status);

        // When
        var operation = failed(create());

        // Then
        assertThat(operation.getString("log")).isNull();
        assertThat(reads()).hasSize(1);
    }

    @Test
    void goesWithItsOperation() {
        // Given
        var create = create();
        failed(create);

        // When
        database.change("DELETE FROM command WHERE id = ?", create.id());

        // Then
        assertThat(database.count("SELECT count(*) AS count FROM build_log WHERE command_id = ?", create.id()))
                .isZero();
    }

    /** Of the log of this person's only build, whatever came of them. */
    private List<Call> reads() {
        var build = coders.workspace(coders.workspaceNames().getFirst()).getString("latest_build.id");
        return coder.ledger().calls("GET", BUILDS + build + "/logs");
    }

    private WorkspaceCommand create() {
        var entity = Entity.some().template("failing").withoutParams();
        operations.publish(entity.published(1));
        var command = person.create(entity.ref());
        Topics.send(command);
        return command;
    }

    private JsonPath failed(WorkspaceCommand command) {
        var operation = operations.settled(person, command.id());
        assertThat(operation.getString("failure.code")).isEqualTo("build-failed");
        return operation;
    }
}
