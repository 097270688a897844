package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.steering.Call;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a limit that a test can reach. */
@QuarkusTest
class KeepWithinBudgetTest {
    private static final int LIMIT = 24;
    private static final int USUAL_LIMIT = 512;

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @AfterEach
    void limitAsUsual() {
        coder.settings().requestsPerMinute(USUAL_LIMIT);
    }

    @Test
    void letsCommandsWaitWhereCoderWouldLimitThemAndMeetsNoRefusal() {
        var operations = new Operations(backstage, database);
        var person = Person.linked(coder, auth, database);
        var coders = new CoderOf(coder, person);
        coder.settings().requestsPerMinute(LIMIT);
        var commands = Stream.generate(person::list).limit(2 * LIMIT).toList();

        Topics.send(commands.toArray(ListWorkspaces[]::new));

        await().atMost(Duration.ofSeconds(20)).until(() -> lists(coders).size() >= LIMIT - 6);
        commands.forEach(command -> operations.accepted(person, command.id()));
        assertThat(lists(coders)).extracting(Call::status).containsOnly(200);
        assertThat(commands)
                .extracting(command ->
                        operations.operation(person, command.id()).jsonPath().getString("status"))
                .contains("ACCEPTED")
                .doesNotContain("FAILED");
    }

    private static List<Call> lists(CoderOf coders) {
        return coders.calls("GET", "/api/v2/workspaces");
    }
}
