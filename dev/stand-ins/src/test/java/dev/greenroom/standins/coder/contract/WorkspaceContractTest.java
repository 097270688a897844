package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.standins.coder.contract.Contract.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of a workspace: created, read, stopped, started, deleted. */
@ContractTest
class WorkspaceContractTest {
    private static Target target;
    private Contract contract;
    private Person alice;

    @BeforeAll
    static void open() {
        target = Target.open();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @BeforeEach
    void begin() {
        contract = new Contract(target);
        alice = contract.alice();
        contract.devcontainers();
        contract.bindings().letValue("v2", activeVersionName());
    }

    private String activeVersionName() {
        String id = contract.here("16c3b443-9536-4787-9e08-b32d434fbc00");
        return contract.coder()
                .get("/api/v2/templateversions/" + id, target.adminToken())
                .text("/name");
    }

    @Test
    void createsAWorkspaceAndBuildsIt() {
        String id = contract.replay("04-workspaces/01-create-for-me").text("/id");
        contract.awaitStatus(id, alice.token(), "running");
        contract.replay("04-workspaces/03-get-succeeded", "04-workspaces/04-build-parameters");
        contract.assertAlike(
                "04-workspaces/03-get-succeeded",
                contract.send("04-workspaces/112-get-by-owner-and-name").body());
        logIds(contract, "04-workspaces/128-build-logs");
    }

    @Test
    void showsABuildThatIsStillGoingOn() {
        target.standIn().buildTime(Duration.ofMillis(300));
        contract.replay("04-workspaces/01-create-for-me");
        contract.awaitStatus(contract.here("48a68619-86dd-4ce3-ae3f-ccf4595d9fca"), alice.token(), "starting");
        contract.replay("04-workspaces/02-get-at-once");
        target.standIn().buildTime(Duration.ofMillis(50));
    }

    @Test
    void stopsStartsAndDeletesByBuilds() {
        String id = contract.replay("04-workspaces/01-create-for-me").text("/id");
        contract.awaitStatus(id, alice.token(), "running");
        contract.replay("04-workspaces/117-build-stop");
        contract.awaitStatus(id, alice.token(), "stopped");
        contract.replay("04-workspaces/119-get-stopped", "04-workspaces/122-build-start");
        contract.awaitStatus(id, alice.token(), "running");
        contract.replay("04-workspaces/123-build-start-change-immutable", "04-workspaces/124-build-bad-transition");
        contract.replay("04-workspaces/125-build-start-update-version");
        contract.awaitStatus(id, alice.token(), "running");
        contract.replay("04-workspaces/127-build-by-number", "04-workspaces/145-delete");
        contract.awaitStatus(id, alice.token(), "deleted");
        contract.replay("04-workspaces/147-get-deleted");
    }

    @Test
    void keepsADeletedWorkspaceForThoseWhoAskForIt() {
        String id = contract.replay("04-workspaces/01-create-for-me").text("/id");
        contract.awaitStatus(id, alice.token(), "running");
        contract.send("04-workspaces/145-delete");
        contract.awaitStatus(id, alice.token(), "deleted");

        JsonNode deleted =
                contract.send("04-workspaces/148-get-deleted-include").body();

        assertThat(deleted.at("/latest_build/transition").asText()).isEqualTo("delete");
        assertThat(contract.send("04-workspaces/150-recreate-same-name").status())
                .isEqualTo(201);
    }

    @Test
    void listsBuildsNewestFirst() {
        String id = contract.replay("04-workspaces/01-create-for-me").text("/id");
        contract.awaitStatus(id, alice.token(), "running");
        contract.send("04-workspaces/117-build-stop");
        contract.awaitStatus(id, alice.token(), "stopped");

        JsonNode builds = contract.send("04-workspaces/126-builds-list").body();

        assertThat(builds.findValuesAsText("build_number")).containsExactly("2", "1");
        contract.assertAlike("04-workspaces/127-build-by-number", builds.get(1));
        String first = "/api/v2/workspacebuilds/" + builds.get(1).get("id").asText();
        contract.assertAlike(
                "04-workspaces/127-build-by-number",
                contract.coder().get(first, alice.token()).body());
    }

    @Test
    void saysWhichWorkspacesThereAreNot() {
        contract.replay("04-workspaces/113-get-by-owner-and-name-unknown", "04-workspaces/114-get-unknown");
        contract.replay("04-workspaces/149-http-delete");
        contract.bindings().let("alice-one", "not-a-one");
        contract.replay("04-workspaces/115-get-not-uuid");
    }

    @Test
    void tellsOfAFailedBuildByTheWorkspace() {
        contract.template("failing", "5b4646cd-9b7b-4cde-9c2a-3c71c0ef4029", "bd1b43b2-f484-4bd2-b0ad-fa91bc03dcdf");
        contract.replay("04-workspaces/47-create-failing");
        contract.awaitStatus(contract.here("b1c8ea66-8ae4-4467-805d-0cc1c76656a8"), alice.token(), "failed");
        contract.replay("04-workspaces/48-get-failed");
        logIds(contract, "04-workspaces/49-build-logs-failed");
    }

    /** The ids of log lines count over all builds, so that only their order is compared. */
    private static void logIds(Contract contract, String recording) {
        JsonNode recorded = contract.recordedBody(recording);
        JsonNode answered = contract.send(recording).body();
        long recordedFirst = recorded.get(0).get("id").asLong();
        long answeredFirst = answered.get(0).get("id").asLong();
        for (JsonNode line : answered) {
            ((ObjectNode) line).put("id", (int) (line.get("id").asLong() - answeredFirst + recordedFirst));
        }
        contract.assertAlike(recording, answered);
    }
}
