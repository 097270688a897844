package dev.greenroom.workspace.transition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.standins.coder.steering.Faults.Matching;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks between here and Coder: each build once, and nothing lost. */
@QuarkusTest
class BrokenTransitionTest extends SomebodyLinked {

    UUID workspace;

    @BeforeEach
    void somebodyLinkedWhoseWorkspaceRuns() {
        workspace = coders.running("mine", "minimal");
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        CircuitBreakerMaintenance.get().resetAll();
    }

    static Stream<Arguments> whatAreDoneAndNotSeen() {
        List<OfWorkspace.Maker> makers = List.of(StopWorkspace::new, RestartWorkspace::new, DeleteWorkspace::new);
        List<Consumer<Matching>> faults = List.of(Matching::dropAfterEffect, fault -> fault.failAfterEffect(502));
        var builds = List.of(List.of("start", "stop"), List.of("start", "stop", "start"), List.of("start", "delete"));
        return Stream.of(0, 1, 2)
                .flatMap(command ->
                        faults.stream().map(fault -> Arguments.of(makers.get(command), fault, builds.get(command))));
    }

    @ParameterizedTest
    @MethodSource("whatAreDoneAndNotSeen")
    void beginsNoBuildTwiceWhenTheAnswerIsLost(OfWorkspace.Maker maker, Consumer<Matching> fault, List<String> builds) {
        // Given: of a restart both answers are lost.
        fault.accept(coder.faults().on("POST", "/api/v2/workspaces/").times(2));

        // When
        succeeded(maker);

        // Then
        assertThat(coders.buildsOf(workspace)).isEqualTo(builds);
        assertThat(coders.buildCalls(workspace)).hasSize(builds.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("whatHaveNoEffect")
    void asksAgainForWhatHadNoEffect(Consumer<Matching> fault) {
        // Given
        fault.accept(coder.faults().on("POST", "/api/v2/workspaces/").times(1));

        // When
        succeeded(StopWorkspace::new);

        // Then
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop");
    }

    static Stream<Consumer<Matching>> whatHaveNoEffect() {
        return Stream.of(
                Matching::dropBeforeEffect,
                fault -> fault.fail(500),
                fault -> fault.fail(409),
                fault -> fault.fail(401),
                fault -> fault.proxyPage(403));
    }

    @Test
    void waitsAsLongAsCoderAsksFor() {
        // Given
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).limit(Duration.ofSeconds(2));
        var begun = Instant.now();

        // When
        succeeded(StopWorkspace::new);

        // Then
        assertThat(coders.buildCalls(workspace).getLast().time()).isAfter(begun.plusSeconds(2));
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop");
    }

    @Test
    void waitsWhileCoderIsAwayAndGoesOnAfterwards() {
        // Given
        coder.faults().down(true);
        var command = person.asks(RestartWorkspace::new, workspace);
        Topics.send(command);
        operations.accepted(person, command.id());

        // When
        coder.faults().clear();

        // Then
        operations.succeeded(person, command.id());
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/workspaces/", "/api/v2/users/me", "/api/v2/workspacebuilds/"})
    void looksAgainWhereItCouldNotSee(String path) {
        // Given
        coder.faults().on("GET", path).times(1).fail(500);

        // When
        succeeded(StopWorkspace::new);

        // Then
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop");
    }

    @Test
    void failsInCodersWordsWhereItMayNot() {
        // Given
        coder.faults().on("POST", "/api/v2/workspaces/").times(1).fail(403);

        // When
        var command = person.asks(StopWorkspace::new, workspace);
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("coder-refused");
        assertThat(coders.buildsOf(workspace)).containsExactly("start");
    }

    private void succeeded(OfWorkspace.Maker maker) {
        var command = person.asks(maker, workspace);
        Topics.send(command);
        operations.succeeded(person, command.id());
    }
}
