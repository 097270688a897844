package dev.greenroom.chaos;

import static dev.greenroom.contracts.OperationStatus.FAILED;
import static dev.greenroom.contracts.OperationStatus.RUNNING;
import static dev.greenroom.contracts.OperationStatus.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountEffectsTest {
    private static final UserRef ANNA = new UserRef("default", "anna");

    private final AskedWorkspace workspace = new AskedWorkspace(ANNA, new EntityRef("component", "default", "pricing"));
    private final Map<UUID, Life> lives = new HashMap<>();

    @Test
    void whatWasDoneAsItWasAskedForCountsNothing() {
        asked(List.of("start"), SUCCEEDED, 1, 2);
        asked(List.of("stop"), SUCCEEDED, 3, 4);
        asked(List.of(), SUCCEEDED, 5, 6);

        assertThat(count("start", "stop").clean()).isTrue();
    }

    @Test
    void whatDoesNotSettleIsLost() {
        asked(List.of("start"), RUNNING, 1, Long.MAX_VALUE);

        assertThat(count()).hasToString("lost=1 doubled=0 reordered=0");
    }

    @Test
    void whatFailsIsLost() {
        asked(List.of("start"), FAILED, 1, 2);

        assertThat(count()).hasToString("lost=1 doubled=0 reordered=0");
    }

    @Test
    void whatNobodyHasHeardOfIsLost() {
        workspace.ask(new Asked(command(), List.of("start")));

        assertThat(count()).hasToString("lost=1 doubled=0 reordered=0");
    }

    @Test
    void aListThatDoesNotSettleIsLost() {
        var now = Instant.EPOCH;
        var list = new ListWorkspaces(UUID.randomUUID(), "default", ANNA, ANNA, Cause.REQUESTED, now, now);

        var tally = new CountEffects(id -> Optional.empty(), new BuildsAtCoder(Map.of()))
                .count(List.of(), List.of(new Asked(list, List.of())));

        assertThat(tally).hasToString("lost=1 doubled=0 reordered=0");
    }

    @Test
    void whatSucceededWithoutItsBuildIsLost() {
        asked(List.of("start"), SUCCEEDED, 1, 2);
        asked(List.of("stop"), SUCCEEDED, 3, 4);

        assertThat(count("start")).hasToString("lost=1 doubled=0 reordered=0");
    }

    @Test
    void oneBuildTooManyIsDoubled() {
        asked(List.of("start"), SUCCEEDED, 1, 2);
        asked(List.of("stop"), SUCCEEDED, 3, 4);

        assertThat(count("start", "stop", "stop")).hasToString("lost=0 doubled=1 reordered=0");
    }

    @Test
    void anotherWorkspaceOfTheSameOwnerIsDoubled() {
        asked(List.of("start"), SUCCEEDED, 1, 2);

        var made = Map.of("pricing", List.of("start"), "pricing-a1b2c3", List.of("start"));
        assertThat(count(made)).hasToString("lost=0 doubled=1 reordered=0");
    }

    @Test
    void buildsInAnotherOrderAreReordered() {
        asked(List.of("start"), SUCCEEDED, 1, 2);
        asked(List.of("stop", "start"), SUCCEEDED, 3, 4);

        assertThat(count("start", "start", "stop")).hasToString("lost=0 doubled=0 reordered=1");
    }

    @Test
    void whatBeginsBeforeTheOneBeforeHasSettledIsReordered() {
        asked(List.of("start"), SUCCEEDED, 1, 2);
        asked(List.of("stop"), SUCCEEDED, 3, 6);
        asked(List.of("start"), SUCCEEDED, 5, 7);

        assertThat(count("start", "stop", "start")).hasToString("lost=0 doubled=0 reordered=1");
    }

    private void asked(List<String> builds, OperationStatus status, long begunAt, long settledAt) {
        var command = command();
        workspace.ask(new Asked(command, builds));
        lives.put(command.id(), new Life(status, 1, null, null, begunAt, settledAt));
    }

    private static WorkspaceCommand command() {
        var now = Instant.EPOCH;
        return new StopWorkspace(
                UUID.randomUUID(), "default", ANNA, ANNA, Cause.REQUESTED, now, now, UUID.randomUUID());
    }

    private Tally count(String... builds) {
        return count(Map.of("pricing", List.of(builds)));
    }

    private Tally count(Map<String, List<String>> made) {
        return new CountEffects(id -> Optional.ofNullable(lives.get(id)), new BuildsAtCoder(Map.of("anna", made)))
                .count(List.of(workspace), List.of());
    }
}
