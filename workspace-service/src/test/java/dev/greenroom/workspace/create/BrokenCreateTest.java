package dev.greenroom.workspace.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.SomebodyLinked;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever breaks between here and Coder: one command, one workspace, and nothing lost. */
@QuarkusTest
class BrokenCreateTest extends SomebodyLinked {

    private static final String CREATE = "/api/v2/users/me/workspaces";

    Entity entity;

    @BeforeEach
    void somebodyLinkedAndAnEntity() {
        entity = Entity.some();
        operations.publish(entity.published(1));
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        auth.down(false);
        auth.coderAway(false);
        CircuitBreakerMaintenance.get().resetAll();
    }

    @Test
    void createsNothingTwiceWhenTheAnswerIsLost() {
        // Given
        coder.faults().on("POST", CREATE).times(1).dropAfterEffect();

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void takesThe500OfARaceForAQuestion() {
        // Given
        coder.faults().on("POST", CREATE).times(1).failAfterEffect(500);

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void takesA409ForAQuestion() {
        // Given
        coder.faults().on("POST", CREATE).times(1).failAfterEffect(409);

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void looksBeforeItRepeatsWhenNeitherTheAnswerNorTheFirstLookCameThrough() {
        // Given
        coder.faults().on("POST", CREATE).times(1).dropAfterEffect();
        coder.faults().on("GET", "/api/v2/users/me/workspace/").times(1).dropBeforeEffect();

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void repeatsWhatCertainlyHadNoEffect() {
        // Given
        coder.faults().on("POST", CREATE).times(1).dropBeforeEffect();

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }

    @Test
    void keepsTheWorkspaceItsPlanWasMadeForWhenTheConfigurationChangesInBetween() {
        // Given
        coder.faults().on("POST", CREATE).times(1).dropAfterEffect();
        coder.faults().on("GET", "/api/v2/users/me/workspace/").times(1).dropBeforeEffect();
        var command = person.create(entity.ref());
        Topics.send(command);
        Awaitility.await().until(() -> !coders.workspaceNames().isEmpty());

        // When
        operations.publish(
                entity.param("repo_url", "https://github.com/acme/moved").published(2));

        // Then
        operations.succeeded(person, command.id());
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }

    @Test
    void waitsWhileCoderIsAwayAndGoesOnAfterwards() {
        // Given
        coder.faults().down(true);
        var command = person.create(entity.ref());
        Topics.send(command);
        operations.accepted(person, command.id());

        // When
        coder.faults().clear();

        // Then
        operations.succeeded(person, command.id());
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404})
    void doesNotTakeAProxysPageForCodersWord(int status) {
        // Given
        coder.faults().on("GET", "/api/v2/organizations/").times(1).proxyPage(status);
        coder.faults().on("POST", CREATE).times(1).proxyPage(status);
        var command = person.create(entity.ref());

        // When
        Topics.send(command);

        // Then
        operations.succeeded(person, command.id());
        assertThat(coders.workspaceNames()).containsExactly(entity.ref().name());
    }

    @Test
    void givesUpAtTheDeadline() {
        // Given
        coder.faults().down(true);
        var command = person.create(entity.ref(), null, Map.of(), Duration.ofSeconds(1));

        // When
        Topics.send(command);

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("deadline-exceeded");
        coder.faults().clear();
        assertThat(coders.workspaceNames()).isEmpty();
    }

    @Test
    void waitsAsLongAsCoderAsksFor() {
        // Given
        coder.faults().on("POST", CREATE).times(1).limit(Duration.ofSeconds(2));
        var begun = Instant.now();

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(coders.creates().getLast().time()).isAfter(begun.plusSeconds(2));
        assertThat(coders.workspaceNames()).hasSize(1);
    }

    @Test
    void waitsWhileNoTokenIsLent() {
        // Given
        auth.down(true);
        var command = person.create(entity.ref());
        Topics.send(command);
        operations.accepted(person, command.id());

        // When
        auth.down(false);

        // Then
        operations.succeeded(person, command.id());
    }

    @Test
    void asksForANewTokenWhenARememberedOneIsRefused() {
        // Given
        carriedOut();
        auth.link(person.ref().toString(), coder.tokenFor(person.username()), 1);
        coder.faults().on("POST", CREATE).times(1).fail(401);
        var command = person.create(entity.ref(), "another", Map.of());

        // When
        Topics.send(command);

        // Then
        operations.succeeded(person, command.id());
        assertThat(coders.workspaceNames()).hasSize(2);
    }

    @Test
    void goesOnWithTheNextTokenWhereTheLentOneWasRefreshedMeanwhile() {
        // Given
        var dead = coder.tokenFor(person.username());
        auth.link(user(), dead, 1);
        coders.delete(dead);
        auth.afterRefusal(user(), () -> auth.link(user(), person.coderToken(), 1));

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("status")).isEqualTo("SUCCEEDED");
        assertThat(auth.refusalsOf(user())).isEqualTo(1);
        assertThat(coders.creates()).hasSize(1);
    }

    @Test
    void asksForAnAccountWhereAuthServiceFindsThatItsTokenIsDead() {
        // Given
        coder.suspend(person.username(), true);
        auth.afterRefusal(user(), () -> auth.unlink(user()));

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("failure.code")).isEqualTo("account-required");
        assertThat(auth.refusalsOf(user())).isEqualTo(1);
    }

    @Test
    void triesOnceMoreAndNoMoreWhereCoderRefusesWhatIsLent() {
        // Given
        coder.suspend(person.username(), true);

        // When
        var operation = carriedOut();

        // Then
        assertThat(operation.getString("failure.code")).isEqualTo("account-required");
        assertThat(auth.refusalsOf(user())).isEqualTo(2);
        assertThat(auth.loansOf(user())).isEqualTo(2);
    }

    @Test
    void waitsWhileAuthServiceCanNotFindOutWhetherATokenIsDead() {
        // Given
        coder.suspend(person.username(), true);
        auth.coderAway(true);
        var command = person.create(entity.ref());
        Topics.send(command);
        Awaitility.await().until(() -> auth.refusalsOf(user()) > 1);

        // When
        coder.suspend(person.username(), false);
        auth.coderAway(false);

        // Then
        operations.succeeded(person, command.id());
    }

    @Test
    void stopsWhenTheAccountIsUnlinkedInBetween() {
        // Given
        coder.faults().down(true);
        var command = person.create(entity.ref());
        Topics.send(command);
        operations.accepted(person, command.id());

        // When
        auth.unlink(person.ref().toString());
        Topics.send(person.unlinkedEvent(2));

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("account-required");
    }

    @Test
    void doesNotFinishWithAnotherLinksRights() {
        // Given
        coder.faults().on("POST", CREATE).times(1).dropBeforeEffect();
        var command = person.create(entity.ref());
        Topics.send(command);
        Awaitility.await()
                .until(() -> operations
                        .operation(person, command.id())
                        .jsonPath()
                        .getString("status")
                        .equals("RUNNING"));

        // When
        auth.link(person.ref().toString(), person.coderToken(), 2);
        Topics.send(person.linkedEvent(2, 2, false));

        // Then
        assertThat(operations.failure(person, command.id())).isEqualTo("link-changed");
    }

    private String user() {
        return person.ref().toString();
    }

    private JsonPath carriedOut() {
        var command = person.create(entity.ref());
        Topics.send(command);
        return operations.settled(person, command.id());
    }
}
