package dev.greenroom.workspace.preprovision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.workspace.neighbours.AuthServiceStandIn;
import dev.greenroom.workspace.neighbours.CoderOf;
import dev.greenroom.workspace.neighbours.Database;
import dev.greenroom.workspace.neighbours.Entity;
import dev.greenroom.workspace.neighbours.NeighboursTestResource;
import dev.greenroom.workspace.neighbours.Operations;
import dev.greenroom.workspace.neighbours.Person;
import dev.greenroom.workspace.neighbours.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(DryRunTest.DryRun.class)
class DryRunTest {

    public static class DryRun implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("greenroom.preprovision.dry-run", "true");
        }
    }

    private static final String PATH = "/v1/admin/preprovision/dry-run";

    CoderStandIn coder;
    BackstageStandIn backstage;
    AuthServiceStandIn auth;

    @Inject
    Database database;

    @Inject
    MakeDueLater later;

    Operations operations;
    Person person;
    Entity entity;

    @BeforeEach
    void somebodyWithAnEntityWhoseAuthorHasOptedIn() {
        database.change("DELETE FROM entity_configuration");
        database.change("DELETE FROM preprovision_due");
        operations = new Operations(backstage, database);
        person = Person.linked(coder, auth);
        know(person.linkedEvent(1, 1, true));
        entity = Entity.some().ownedBy(person.ref()).preprovision(1, true);
    }

    @Test
    void tellsWhatWouldBeMadeAndMakesNothingAndAsksCoderNothing() {
        // When
        operations.publish(entity.published(1));
        later.look();

        // Then
        report().body("items[0].entityRef", equalTo(entity.ref().toString()))
                .body("items[0].owner", equalTo(person.ref().toString()))
                .body("items[0].templateName", equalTo("devcontainers"))
                .body("items[0].wouldBeMade", equalTo(true))
                .body("items[0].reasons", equalTo(List.of()));
        assertThat(commands()).isZero();
        assertThat(coder.ledger().calls(null, "/").stream()
                        .filter(call -> person.username().equals(call.user())))
                .isEmpty();
        as(NeighboursTestResource.ADMIN)
                .get("/v1/admin/preprovision")
                .then()
                .body("dryRun", equalTo(true))
                .body("waiting.dry-run", equalTo(1));
    }

    /** As one that was made before the dry run began. */
    @Test
    void beginsNothingOfWhatWasMadeBefore() {
        // Given
        operations.publish(entity.published(1));

        // When
        Topics.send(person.preprovisioned(idOf(entity), entity.ref()));

        // Then
        await().until(() -> database.count(
                        "SELECT count(*) AS count FROM command WHERE id = ? AND lane LIKE 'held %'", idOf(entity))
                == 1);
        assertThat(new CoderOf(coder, person).creates()).isEmpty();
        assertThat(reasons()).containsExactly("under-way");
    }

    @Test
    void saysThatItIsDoneWhateverHasBecomeOfTheWorkspace() {
        // Given
        operations.publish(entity.published(1));
        Topics.send(person.preprovisioned(idOf(entity), entity.ref()));
        operations.accepted(person, idOf(entity));

        // When
        settle("SUCCEEDED", null);
        assertThat(reasons()).containsExactly("done");
        settle("FAILED", UUID.randomUUID());
        assertThat(reasons()).containsExactly("done");

        // Then
        settle("FAILED", null);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void saysThatThereIsNoAccountOrNoConsent() {
        // Given
        var stranger = new UserRef("default", "nobody");
        operations.publish(entity.ownedBy(person.ref(), stranger).published(1));
        know(person.linkedEvent(2, 1, false));

        // Then
        report().body(
                        "items.owner",
                        equalTo(List.of("user:default/nobody", person.ref().toString())))
                .body("items.wouldBeMade", equalTo(List.of(false, false)))
                .body("items.reasons.flatten().code", equalTo(List.of("no-account", "no-consent")));
        know(person.relinkRequiredEvent(3));
        report().body("items.reasons.flatten().code", equalTo(List.of("no-account", "no-account")));
    }

    @Test
    void saysWhatThePolicyDoesNotAllowAndWhatElseIsInTheWay() {
        // Given
        var reason = new Reason("NO_TEMPLATE", "spec.coder.templateName", "There is no template.");

        // When
        operations.publish(
                entity.template("slow").from("https://gitlab.com/a/b").published(1, List.of(reason)));

        // Then
        report().body("items[0].reasons.code", equalTo(List.of("not-ready", "policy", "policy")))
                .body(
                        "items[0].reasons.message",
                        equalTo(List.of(
                                "The entity is not ready: NO_TEMPLATE.",
                                "The setting greenroom.preprovision.templates does not allow it.",
                                "The setting greenroom.preprovision.hosts does not allow it.")));
    }

    @Test
    void saysThatTheOwnerHasAWorkspaceAlready() {
        // Given
        new CoderOf(coder, person).create("mine", "devcontainers", entity.repository());
        var list = person.list();
        Topics.send(list);
        operations.succeeded(person, list.id());

        // When
        operations.publish(entity.published(1));

        // Then
        assertThat(reasons()).containsExactly("owns-one");
    }

    @Test
    void saysForWhatThereWillBeNoRoom() {
        // Given
        var entities = Stream.generate(() -> Entity.some().ownedBy(person.ref()).preprovision(1, true))
                .limit(4)
                .toList();
        entities.forEach(each -> operations.publish(each.published(1)));
        var another = Person.linked(coder, auth);
        know(another.linkedEvent(1, 1, true));

        // When
        operations.publish(Entity.named(entities.getFirst().ref().name())
                .ownedBy(person.ref(), another.ref())
                .preprovision(1, true)
                .maxWorkspaces(1)
                .published(2));

        // Then
        assertThat(itemOf(entities.getFirst(), person)).isEmpty();
        assertThat(itemOf(entities.getFirst(), another)).containsExactly("max-per-entity, or for maxWorkspaces.");
        assertThat(itemOf(entities.get(2), person)).isEmpty();
        assertThat(itemOf(entities.get(3), person)).containsExactly("max-per-user.");
    }

    @Test
    void comesPageByPageAlsoAmongTheOwnersOfAnEntity() {
        // Given
        var owners = Stream.of("a", "b", "c")
                .map(name -> new UserRef("default", "owner-" + name))
                .toArray(UserRef[]::new);
        var entities = Stream.generate(() -> Entity.some().ownedBy(owners).preprovision(1, true))
                .limit(60)
                .toList();
        operations.publish(entities.stream().map(each -> each.published(1)).toArray(CoderConfigEvent[]::new));
        await().until(() -> database.count("SELECT count(*) AS count FROM entity_configuration") == 60);
        Topics.send(Entity.some().ownedBy(owners).published(1));

        // When
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(NeighboursTestResource.ADMIN)
                    .get(PATH + "?limit=7" + (cursor == null ? "" : "&cursor=" + cursor))
                    .jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 7);
            for (int i = 0; i < page.getList("items").size(); i++) {
                seen.add(page.getString("items[" + i + "].entityRef") + " " + page.getString("items[" + i + "].owner"));
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);

        // Then
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(entities.stream()
                        .flatMap(each -> Stream.of(owners).map(owner -> each.ref() + " " + owner))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=component:default/pay"})
    void refusesWhatIsNoPage(String query) {
        as(NeighboursTestResource.ADMIN)
                .get(PATH + "?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void isForAdmins() {
        as(person.ref().toString()).get(PATH).then().statusCode(403).body("code", equalTo("forbidden"));
        given().get(PATH).then().statusCode(401);
    }

    private ValidatableResponse report() {
        return as(NeighboursTestResource.ADMIN).get(PATH).then().statusCode(200);
    }

    private List<String> reasons() {
        return report().extract().jsonPath().getList("items[0].reasons.code");
    }

    /** The end of the sentences. */
    private List<String> itemOf(Entity wanted, Person owner) {
        List<String> messages = report().extract()
                .jsonPath()
                .param("which", wanted.ref().toString())
                .param("whose", owner.ref().toString())
                .getList("items.find { it.entityRef == which && it.owner == whose }.reasons.message");
        return messages.stream()
                .map(message -> message.replace("It waits for greenroom.preprovision.", ""))
                .toList();
    }

    private void settle(String status, UUID workspaceId) {
        database.change(
                "UPDATE command SET status = ?, workspace_id = ? WHERE id = ?", status, workspaceId, idOf(entity));
    }

    private RequestSpecification as(String user) {
        return given().auth().oauth2(backstage.tokenFor(user).mint());
    }

    private void know(CoderAccountEvent event) {
        Topics.send(event);
        await().until(() -> database.knows(event));
    }

    private UUID idOf(Entity wanted) {
        return PreprovisionId.of(wanted.published(1), person.ref(), 1);
    }

    private long commands() {
        return database.count("SELECT count(*) AS count FROM command WHERE owner_key = ?", "default/" + person.ref());
    }
}
