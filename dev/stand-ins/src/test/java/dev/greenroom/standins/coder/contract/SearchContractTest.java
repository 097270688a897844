package dev.greenroom.standins.coder.contract;

import static dev.greenroom.standins.coder.contract.Contract.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.standins.coder.contract.Contract.Person;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The list of workspaces and its query language. One user has two workspaces: {@code alice-one} with the repository
 * {@code payments}, and {@code alice-two} with {@code web} in the other region; an administrator sees that of another
 * user too. The recorded lists are long and cut, so that a row is held against the recording of that workspace alone.
 */
@ContractTest
class SearchContractTest {

    private static Target target;
    private static Contract contract;
    private static Person alice;

    @BeforeAll
    static void prepare() {
        target = Target.open();
        contract = new Contract(target);
        alice = contract.alice();
        contract.bob();
        contract.devcontainers();
        contract.bindings().letValue("v2", activeVersionName());
        String one = contract.send("04-workspaces/01-create-for-me").text("/id");
        contract.bindings().let("48a68619-86dd-4ce3-ae3f-ccf4595d9fca", one);
        String two = contract.coder()
                .send("POST", "/api/v2/users/me/workspaces", alice.token(), """
                        {"template_id":"%s","name":"%s-two",
                         "rich_parameter_values":[{"name":"repo_url","value":"https://github.com/acme/web.git"}]}
                        """.formatted(
                                contract.here("67ba8cfc-869d-46cc-8e3f-b0f59137194d"), alice.username()))
                .text("/id");
        contract.awaitStatus(one, alice.token(), "running");
        contract.awaitStatus(two, alice.token(), "running");
    }

    private static String activeVersionName() {
        String id = contract.here("16c3b443-9536-4787-9e08-b32d434fbc00");
        return contract.coder()
                .get("/api/v2/templateversions/" + id, target.adminToken())
                .text("/name");
    }

    @AfterAll
    static void close() {
        target.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "55-list-all",
                "56-list-owner-me",
                "57-list-owner-alice",
                "68-list-param-presence",
                "73-list-param-default-value",
                "74-list-template",
                "76-list-status-running",
                "80-list-has-agent-connecting",
                "85-list-name-sub",
                "92-list-org",
                "95-list-last-used-quoted",
                "106-list-limit-0",
                "109-list-after-id",
                "110-list-unknown-query-param",
                "111-list-include-deleted",
                "72-list-param-two"
            })
    void findsBoth(String recording) {
        Answer list = contract.send("04-workspaces/" + recording);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().get("count").asInt()).isEqualTo(2);
        assertThat(names(list)).containsExactly(alice.username() + "-one", alice.username() + "-two");
        contract.assertAlike("04-workspaces/03-get-succeeded", list.body().at("/workspaces/0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "62-list-param-owner-me",
                "66-list-param-case",
                "84-list-name",
                "86-list-bare",
                "87-list-owner-slash-name",
                "88-list-me-slash-name",
                "89-list-id"
            })
    void findsTheOne(String recording) {
        Answer list = contract.send("04-workspaces/" + recording);

        contract.assertAlike("04-workspaces/03-get-succeeded", list.body().at("/workspaces/0"));
        assertThat(list.body()).isEqualTo(page(list.body().at("/workspaces/0")));
    }

    private static JsonNode page(JsonNode workspace) {
        ObjectNode page = Coder.JSON.createObjectNode();
        ArrayNode rows = page.putArray("workspaces");
        rows.add(workspace);
        return page.put("count", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "58-list-owner-uuid",
                "59-list-owner-bob-as-alice",
                "63-list-param-split-quotes",
                "64-list-param-unquoted",
                "65-list-param-value-quoted",
                "67-list-param-substring",
                "69-list-param-unknown",
                "70-list-param-empty",
                "71-list-param-two-values-equals",
                "75-list-template-unknown",
                "78-list-status-bogus",
                "79-list-status-canceled",
                "81-list-has-agent-connected",
                "82-list-has-agent-bogus",
                "83-list-healthy",
                "91-list-dormant",
                "93-list-org-bad",
                "94-list-last-used",
                "96-list-shared",
                "97-list-bad-key",
                "98-list-bad-colon",
                "99-list-trailing-colon",
                "100-list-prebuild",
                "101-list-owner-prebuilds",
                "102-list-deleted",
                "107-list-limit-neg",
                "108-list-limit-bad"
            })
    void findsNothingOrSaysWhyNot(String recording) {
        contract.replay("04-workspaces/" + recording);
    }

    @Test
    void pages() {
        contract.replay("04-workspaces/105-list-offset-beyond", with("count", IntNode.valueOf(2)));
        assertThat(names(contract.send("04-workspaces/103-list-limit-2"))).hasSize(2);
        assertThat(names(contract.send("04-workspaces/104-list-limit-2-offset-2")))
                .isEmpty();
    }

    @Test
    void findsNoneOfTheFailedAndOutdated() {
        assertThat(names(contract.send("04-workspaces/77-list-status-failed"))).isEmpty();
        assertThat(names(contract.send("04-workspaces/90-list-outdated"))).isEmpty();
    }

    @Test
    void showsAnAdministratorThoseOfOthers() {
        assertThat(names(contract.send("04-workspaces/60-list-admin-all"))).contains(alice.username() + "-one");
        assertThat(names(contract.send("04-workspaces/61-list-param"))).contains(alice.username() + "-one");
    }

    private static List<String> names(Answer list) {
        return list.body().get("workspaces").findValues("name").stream()
                .map(JsonNode::asText)
                .filter(name -> name.startsWith(alice.username()))
                .toList();
    }
}
