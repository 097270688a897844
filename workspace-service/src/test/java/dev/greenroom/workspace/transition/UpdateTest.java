package dev.greenroom.workspace.transition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.standins.coder.seed.Seed;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bringing a workspace to its template's active version. */
@QuarkusTest
class UpdateTest extends SomebodyLinked {

    /** A template of this test's person. */
    String template;

    @BeforeEach
    void somebodyLinkedWhoseTemplateHasTwoVersions() {
        template = "of-" + person.username();
        coder.sow(Seed.parse("templates: [{ name: " + template + ", versions: [v1, v2] }]"));
    }

    @Test
    void stopsWhatRunsAndStartsItUnderTheActiveVersion() {
        // Given
        var workspace = coders.runningUnder("mine", template, "v1");

        // When
        var command = update(workspace);

        // Then
        var operation = operations.succeeded(person, command);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
        assertThat(coders.buildsOf(workspace, "template_version_name")).containsExactly("v1", "v1", "v2");
        assertThat(operation.getBoolean("workspace.outdated")).isFalse();
        assertThat(operation.getString("workspace.status")).isEqualTo("running");
    }

    @Test
    void startsWhatIsStoppedUnderTheActiveVersion() {
        // Given
        var workspace = coders.runningUnder("mine", template, "v1");
        stop(workspace);

        // When
        var command = update(workspace);

        // Then
        operations.succeeded(person, command);
        assertThat(coders.buildsOf(workspace, "template_version_name")).containsExactly("v1", "v1", "v2");
    }

    @Test
    void startsWhatIsStoppedAndUpToDate() {
        // Given
        var workspace = coders.runningUnder("mine", template, "v2");
        stop(workspace);

        // When
        var command = update(workspace);

        // Then
        operations.succeeded(person, command);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
    }

    @Test
    void leavesAsItIsWhatRunsUnderTheActiveVersion() {
        // Given
        var workspace = coders.runningUnder("mine", template, "v2");

        // When
        var command = update(workspace);

        // Then
        operations.succeeded(person, command);
        assertThat(coders.buildsOf(workspace)).containsExactly("start");
    }

    @Test
    void failsInCodersWordsWhereTheActiveVersionWantsAParameterThatIsNew() {
        // Given
        var workspace = coders.runningUnder("mine", template, "v2");
        coder.sow(Seed.parse(
                "templates: [{ name: " + template + ", versions: [v3], parameters: [{ name: cost_center }] }]"));

        // When
        var command = update(workspace);

        // Then
        var operation = operations.settled(person, command);
        assertThat(operation.getString("failure.code")).isEqualTo("coder-refused");
        assertThat(operation.getString("failure.message")).contains("cost_center", "Required parameter not provided");
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop");
    }

    @Test
    void stopsWhatHasFailedToStartFirst() {
        // Given
        coder.sow(Seed.parse("templates: [{ name: " + template + ", versions: [v3], buildError: no space left }]"));
        coders.create("mine", template, "https://github.com/acme/mine");
        coders.awaitStatus("mine", "failed");
        coder.sow(Seed.parse("templates: [{ name: " + template + ", versions: [v4] }]"));
        var workspace = coders.idOf("mine");

        // When
        var command = update(workspace);

        // Then
        operations.succeeded(person, command);
        assertThat(coders.buildsOf(workspace)).containsExactly("start", "stop", "start");
        assertThat(coders.buildsOf(workspace, "template_version_name")).containsExactly("v3", "v3", "v4");
    }

    private void stop(UUID workspace) {
        var command = person.asks(StopWorkspace::new, workspace);
        Topics.send(command);
        operations.succeeded(person, command.id());
    }

    private UUID update(UUID workspace) {
        var command = person.asks(UpdateWorkspace::new, workspace);
        Topics.send(command);
        return command.id();
    }
}
