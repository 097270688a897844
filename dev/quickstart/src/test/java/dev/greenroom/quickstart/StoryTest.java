package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceEvent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final EntityRef ENTITY = EntityRef.parse("component:default/ticketing");
    private static final UserRef JANE = UserRef.parse("user:default/jane");
    private static final UUID ID = UUID.fromString("48a68619-86dd-4ce3-ae3f-ccf4595d9fca");

    private final Story story = new Story();

    @Test
    void tellsThatAConfigurationWasPublished() {
        assertThat(story.tell(published(1, List.of())))
                .hasValue("entity     component:default/ticketing: configuration published: template devcontainers,"
                        + " opts in to pre-provisioning");
    }

    @Test
    void tellsWhyAnEntityIsNotReady() {
        var reason = new Reason("NO_TEMPLATE", "spec.coder.templateName", "Name a template.");

        assertThat(story.tell(published(1, List.of(reason))).orElseThrow())
                .contains("not ready: NO_TEMPLATE at spec.coder.templateName: Name a template.");
    }

    @Test
    void tellsWhatIsWrongWithAnInvalidConfiguration() {
        var reason = new Reason("INVALID_VALUE", "spec.coder.mode", "Take auto or manual.");
        var invalid = new CoderConfigEvent.Invalid("default", ENTITY, "uid", 1, NOW, List.of(), List.of(reason));

        assertThat(story.tell(invalid))
                .hasValue("entity     component:default/ticketing: invalid: INVALID_VALUE at spec.coder.mode:"
                        + " Take auto or manual.");
    }

    @Test
    void tellsARepeatOnce() {
        story.tell(published(2, List.of()));

        assertThat(story.tell(published(2, List.of()))).isEmpty();
        assertThat(story.tell(published(1, List.of()))).isEmpty();
    }

    @Test
    void tellsHowAWorkspaceComesUp() {
        story.tell(workspace(1, "pending"));

        assertThat(story.tell(workspace(2, "running")))
                .hasValue("workspace  ticketing of user:default/jane: pending → running"
                        + "  https://coder.example.com/@jane/ticketing");
    }

    @Test
    void keepsQuietAboutAChangeThatIsNotOneOfStatus() {
        story.tell(workspace(1, "running"));

        assertThat(story.tell(workspace(2, "running"))).isEmpty();
    }

    @Test
    void tellsThatNobodyAsked() {
        assertThat(story.tell(operation("CreateWorkspace", OperationStatus.ACCEPTED, null)))
                .hasValue("command    CreateWorkspace for component:default/ticketing of user:default/jane"
                        + " (nobody asked): accepted");
    }

    @Test
    void tellsWhyACommandFailed() {
        var failure = new WorkspaceEvent.Failure("account-required", "Link your Coder account.");

        assertThat(story.tell(operation("CreateWorkspace", OperationStatus.FAILED, failure))
                        .orElseThrow())
                .endsWith("failed: account-required: Link your Coder account.");
    }

    @Test
    void keepsQuietAboutALookAtTheList() {
        assertThat(story.tell(operation("ListWorkspaces", OperationStatus.SUCCEEDED, null)))
                .isEmpty();
    }

    @Test
    void tellsThatAnAccountWasLinkedWithConsent() {
        var linked = new CoderAccountEvent.Linked("default", JANE, 1, NOW, 1, ID, "jane", true, null);

        assertThat(story.tell(linked))
                .hasValue("account    user:default/jane: linked to Coder's jane, consents to pre-provisioning");
    }

    @Test
    void tellsThatAnAccountsTokenEndsSoon() {
        var linked = new CoderAccountEvent.Linked("default", JANE, 1, NOW, 1, ID, "jane", false, NOW.plusSeconds(60));

        assertThat(story.tell(linked))
                .hasValue("account    user:default/jane: linked to Coder's jane, by a token that ends at "
                        + NOW.plusSeconds(60));
    }

    private static CoderConfigEvent.Published published(long revision, List<Reason> notReady) {
        var optIn = new CoderConfig.Preprovision(1, List.of(), true, false);
        var config = new CoderConfig(
                null, "devcontainers", CoderConfig.Mode.MANUAL, Map.of(), null, null, null, List.of(JANE), optIn);
        return new CoderConfigEvent.Published(
                "default", ENTITY, "uid", revision, NOW, true, config, notReady, List.of());
    }

    private static WorkspaceEvent.WorkspaceChanged workspace(long revision, String status) {
        var link = URI.create("https://coder.example.com/@jane/ticketing");
        var workspace = new Workspace(
                ID, "ticketing", "devcontainers", status, 1, false, true, link, NOW, List.of(ENTITY), List.of());
        return new WorkspaceEvent.WorkspaceChanged("default", JANE, ID, revision, NOW, workspace);
    }

    private static WorkspaceEvent.OperationChanged operation(
            String command, OperationStatus status, WorkspaceEvent.Failure failure) {
        return new WorkspaceEvent.OperationChanged(
                "default", JANE, ID, 1, NOW, command, Cause.PREPROVISION, status, ENTITY, null, failure);
    }
}
