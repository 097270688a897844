package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.coder.contract.Contract.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may be done to a workspace while a build of it goes on. */
@ContractTest
class CancelContractTest {

    private static Target target;

    @BeforeAll
    static void open() {
        target = Target.open();
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @Test
    void refusesASecondBuildAndCancelsTheFirst() {
        Contract contract = new Contract(target);
        Person alice = contract.alice();
        contract.template("slow", "6798e447-3c8f-4884-ba6d-b844be636f98", "c5faaa26-019a-473a-8d8d-1cfb15302cb3");
        contract.bindings().letValue("cooperative_collier41", "v1");
        String id = createSlow(contract, alice);
        contract.bindings().let("0816b2ab-f8cf-43a0-854a-7bceb9a24187", id);
        contract.awaitStatus(id, alice.token(), "starting");
        contract.replay(
                "04b-workspaces-more/02-get-starting", "04b-workspaces-more/04-list-status-running-while-starting");
        contract.replay("04b-workspaces-more/05-build-while-building", "04b-workspaces-more/06-delete-while-building");
        contract.replay("04b-workspaces-more/07-build-cancel", "04b-workspaces-more/08-get-canceling");
        contract.awaitStatus(id, alice.token(), "failed");
        contract.replay("04b-workspaces-more/09-get-canceled", "04b-workspaces-more/10-build-cancel-again");
    }

    private static String createSlow(Contract contract, Person alice) {
        return contract.coder()
                .send("POST", "/api/v2/users/me/workspaces", alice.token(), """
                        {"template_id":"%s","name":"%s-slow"}
                        """.formatted(
                                contract.here("6798e447-3c8f-4884-ba6d-b844be636f98"), alice.username()))
                .text("/id");
    }

    @Test
    void letsAMemberCancelOnlyWhereTheTemplateSaysSo() {
        Contract contract = new Contract(target);
        Person alice = contract.alice();
        contract.devcontainers();
        Answer created = contract.send("04-workspaces/01-create-for-me");
        contract.bindings().let("e5d382d9-2017-4230-a539-b3586264c5ce", created.text("/latest_build/id"));
        contract.replay("04-workspaces/52-build-cancel");
        contract.awaitStatus(created.text("/id"), alice.token(), "running");
    }

    /** Recorded in {@code concurrent-create-same-name}: one wins, the others are told of the conflict in two ways. */
    @Test
    void letsOneOfManyEqualCreatesWin() {
        Contract contract = new Contract(target);
        contract.alice();
        contract.devcontainers();
        List<CompletableFuture<Answer>> creates = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            creates.add(CompletableFuture.supplyAsync(() -> contract.send("04-workspaces/01-create-for-me")));
        }
        List<Answer> answers = creates.stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409, 500);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 500)
                .allSatisfy(answer -> assertThat(answer.text("/detail"))
                        .isEqualTo(
                                "execute transaction: insert workspace: pq: duplicate key value violates unique constraint"
                                        + " \"workspaces_owner_id_lower_idx\""));
    }

    @Test
    void cancelsABuildThatWaits() {
        target.standIn().settings().provisioners(0);
        Contract contract = new Contract(target);
        Person alice = contract.alice();
        contract.template("slow", "6798e447-3c8f-4884-ba6d-b844be636f98", "c5faaa26-019a-473a-8d8d-1cfb15302cb3");
        String id = createSlow(contract, alice);
        String path = "/api/v2/workspaces/" + id;
        await().until(() -> contract.coder()
                        .get(path, alice.token())
                        .body()
                        .at("/latest_build/job/queue_position")
                        .asInt()
                == 1);
        contract.bindings()
                .let(
                        "a82fc749-250b-4b2b-8928-49d4c14f8b7d",
                        contract.coder().get(path, alice.token()).text("/latest_build/id"));
        contract.replay("04b-workspaces-more/12-cancel-pending-expect-status-pending");
        contract.awaitStatus(id, alice.token(), "canceled");
        target.standIn().settings().provisioners(3);
    }
}
