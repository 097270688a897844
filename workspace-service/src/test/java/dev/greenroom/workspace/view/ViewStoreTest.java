package dev.greenroom.workspace.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.coder.CoderWorkspace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reads of Coder overlap: what is shown later may have been read earlier. */
@QuarkusTest
class ViewStoreTest {

    @Inject
    ViewStore view;

    private final UserRef owner = new UserRef("default", "viewer-" + UUID.randomUUID());
    private final UUID id = UUID.randomUUID();

    @Test
    void keepsWhatWasShownWhileAListWasBeingRead() {
        // Given
        var listBegan = Instant.now().minus(Duration.ofSeconds(5));
        show(seen(1, "pending"));

        // When
        showAll(List.of(), listBegan);

        // Then
        assertThat(statuses()).containsExactly("pending");
    }

    @Test
    void removesWhatAListThatBeganLaterDoesNotHave() {
        // Given
        show(seen(1, "running"));

        // When
        showAll(List.of(), Instant.now().plus(Duration.ofSeconds(5)));

        // Then
        assertThat(statuses()).isEmpty();
    }

    @Test
    void goesNoStepBack() {
        // Given
        show(seen(2, "running"));

        // When
        show(seen(2, "starting"));
        show(seen(1, "stopped"));

        // Then
        assertThat(statuses()).containsExactly("running");
    }

    @Test
    void goesOnWithTheNextBuild() {
        // Given
        show(seen(1, "running"));

        // When
        show(seen(2, "pending"));

        // Then
        assertThat(statuses()).containsExactly("pending");
    }

    @Test
    void doesNotBringBackWhatWasRemovedSinceItWasLookedAt() {
        // Given
        var before = Instant.now().minus(Duration.ofSeconds(5));
        var after = Instant.now().plus(Duration.ofSeconds(5));
        show(seen(1, "running"));
        QuarkusTransaction.requiringNew().run(() -> view.remove("default", owner, id));

        // When
        show(seen(2, "deleting"), before);
        showAll(List.of(seen(2, "deleting")), before);

        // Then
        assertThat(statuses()).isEmpty();
        show(seen(1, "running"), after);
        assertThat(statuses()).containsExactly("running");
    }

    @Test
    void showsOneWorkspaceToTwoUsersOfTheSameCoderAccount() {
        // Given
        var other = new UserRef("default", "viewer-" + UUID.randomUUID());
        show(seen(1, "running"));
        QuarkusTransaction.requiringNew().run(() -> view.show("default", other, 1, seen(1, "running"), Instant.now()));

        // When
        showAll(List.of(), Instant.now().plus(Duration.ofSeconds(5)));

        // Then
        assertThat(statuses()).isEmpty();
        assertThat(view.workspacesOf("default", other)).hasSize(1);
    }

    private List<String> statuses() {
        return QuarkusTransaction.requiringNew().call(() -> view.workspacesOf("default", owner)).stream()
                .map(shown -> shown.workspace().status())
                .toList();
    }

    private void show(SeenWorkspace seen) {
        show(seen, Instant.now());
    }

    private void show(SeenWorkspace seen, Instant since) {
        QuarkusTransaction.requiringNew().run(() -> view.show("default", owner, 1, seen, since));
    }

    private void showAll(List<SeenWorkspace> all, Instant since) {
        QuarkusTransaction.requiringNew().run(() -> view.showAll(new Listing("default", owner, 1, since, false), all));
    }

    private SeenWorkspace seen(long build, String status) {
        var job = new CoderWorkspace.Job("running", null, null);
        var workspace = new CoderWorkspace(
                id,
                "mine",
                UUID.randomUUID(),
                "jane",
                "devcontainers",
                UUID.randomUUID(),
                Instant.EPOCH,
                false,
                new CoderWorkspace.Health(true),
                new CoderWorkspace.Build(
                        UUID.randomUUID(), build, UUID.randomUUID(), UUID.randomUUID(), "start", status, job, null));
        return new SeenWorkspace(workspace, URI.create("https://coder.example.com/@jane/mine"), Set.of(), List.of());
    }
}
