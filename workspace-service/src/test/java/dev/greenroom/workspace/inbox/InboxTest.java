package dev.greenroom.workspace.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.OperationStatus;
import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.WorkspaceCommand.CancelBuild;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.DeleteWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.UpdateWorkspace;
import dev.greenroom.contracts.WorkspaceEvent.OperationChanged;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@QuarkusTest
class InboxTest {

    static final List<OfWorkspace.Maker> OF_WORKSPACES = List.of(
            StartWorkspace::new,
            StopWorkspace::new,
            RestartWorkspace::new,
            UpdateWorkspace::new,
            DeleteWorkspace::new,
            CancelBuild::new);

    private static final String TOPIC = Topic.WORKSPACE_COMMANDS.topicName();

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    Operations operations;
    Person person;

    @BeforeEach
    void somebodyLinked() {
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth, database);
    }

    @Test
    void putsEachBadRecordAsideAloneAndGoesOnWithTheGoodOnes() {
        // Given
        var mark = "poison " + UUID.randomUUID();
        var key = "default/" + person.ref();
        var before = person.list();
        var after = person.list();
        var unknown = Topics.encoded(person.list());
        unknown.headers().remove("ce_type").add("ce_type", "dev.greenroom.workspace.dance.v1".getBytes());
        var ofAnotherTopic = Topics.encoded(Entity.some().published(1));
        var partition = 0;

        // When
        Topics.sendRaw(List.of(
                on(partition, key, Topics.encoded(before)),
                new ProducerRecord<>(TOPIC, partition, key, mark.getBytes(StandardCharsets.UTF_8)),
                on(partition, key, unknown),
                on(partition, key, ofAnotherTopic),
                on(partition, "default/user:default/somebody-else", Topics.encoded(person.list())),
                on(partition, key, Topics.encoded(after))));

        // Then
        operations.succeeded(person, before.id());
        operations.succeeded(person, after.id());
        var aside =
                await().atMost(Duration.ofSeconds(10)).until(() -> deadLettersOf(person), found -> found.size() == 4);
        assertThat(aside).extracting(InboxTest::text).contains(mark);
        assertThat(aside)
                .extracting(InboxTest::reason)
                .allSatisfy(reason -> assertThat(reason).isNotEqualTo("null"));
    }

    @Test
    void failsACommandThatTheDatabaseRefusesSoThatNobodyWaitsForIt() {
        // Given
        var refused = person.create(Entity.some().ref(), null, Map.of("repo_url", "a nul \u0000 byte"));
        var good = person.list();
        var key = "default/" + person.ref();

        // When
        Topics.sendRaw(List.of(on(1, key, Topics.encoded(refused)), on(1, key, Topics.encoded(good))));

        // Then
        operations.succeeded(person, good.id());
        await().atMost(Duration.ofSeconds(10)).until(() -> deadLettersOf(person).size() == 1);
        assertThat(operations.failure(person, refused.id())).isEqualTo("command-unreadable");
        var told = await().atMost(Duration.ofSeconds(10)).until(() -> eventsAbout(refused), list -> !list.isEmpty());
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.status()).isEqualTo(OperationStatus.FAILED);
            assertThat(event.entityRef()).isEqualTo(refused.entityRef());
        });
    }

    @ParameterizedTest
    @FieldSource("OF_WORKSPACES")
    void failsACommandForAWorkspaceWhoseTimeTheDatabaseRefuses(OfWorkspace.Maker maker) {
        // Given
        var workspace = UUID.randomUUID();
        var id = UUID.randomUUID();
        var tooLate = Instant.parse("+300000-01-01T00:00:00Z");
        var refused = maker.make(
                id, "default", person.ref(), person.ref(), Cause.REQUESTED, Instant.now(), tooLate, workspace);

        // When
        Topics.send(refused);

        // Then
        var operation = operations.settled(person, id);
        assertThat(operation.getString("failure.code")).isEqualTo("command-unreadable");
        assertThat(operation.getString("digest")).isEqualTo(refused.digest());
    }

    @Test
    void keepsWhatIsKnownOfAnIdThatComesAgainWithDataThatTheDatabaseRefuses() {
        // Given
        var first = person.list();
        Topics.send(first);
        operations.succeeded(person, first.id());
        var key = "default/" + person.ref();
        var again = new CreateWorkspace(
                first.id(),
                "default",
                person.ref(),
                person.ref(),
                first.cause(),
                first.issuedAt(),
                first.deadline(),
                Entity.some().ref(),
                null,
                Map.of("repo_url", "a nul \u0000 byte"));

        // When
        Topics.sendRaw(List.of(on(1, key, Topics.encoded(again))));

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> deadLettersOf(person).size() == 1);
        operations.succeeded(person, first.id());
    }

    private static List<OperationChanged> eventsAbout(CreateWorkspace command) {
        return Topics.eventsOf(command.owner()).stream()
                .filter(event -> event.about().equals(command.id()))
                .map(OperationChanged.class::cast)
                .toList();
    }

    @Test
    void takesNothingOfATransactionThatWasAborted() {
        // Given
        var aborted = person.list();
        var key = "default/" + person.ref();
        var after = person.list();

        // When
        Topics.sendAborted(on(2, key, Topics.encoded(aborted)));
        Topics.sendRaw(List.of(on(2, key, Topics.encoded(after))));

        // Then
        operations.succeeded(person, after.id());
        assertThat(operations.operation(person, aborted.id()).statusCode()).isEqualTo(404);
    }

    private List<ConsumerRecord<String, byte[]>> deadLettersOf(Person owner) {
        return Topics.read(Topic.WORKSPACE_COMMANDS.deadLetterTopicName()).stream()
                .filter(row -> row.key().equals("default/" + owner.ref())
                        || text(row).contains(owner.ref().toString()))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> row) {
        return new String(row.value(), StandardCharsets.UTF_8);
    }

    private static String reason(ConsumerRecord<String, byte[]> row) {
        var header = row.headers().lastHeader("dead-letter-reason");
        return header == null ? "null" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> on(int partition, String key, ProducerRecord<String, byte[]> record) {
        return new ProducerRecord<>(TOPIC, partition, key, record.value(), record.headers());
    }
}
