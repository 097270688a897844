package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates, their versions, and what these ask for. */
@ContractTest
class TemplateContractTest {

    private static Target target;
    private Contract contract;

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
        contract.alice();
        // When these were recorded, the first version was the active one.
        contract.template(
                "devcontainers", "67ba8cfc-869d-46cc-8e3f-b0f59137194d", "2b7e28e5-8fa5-4f74-99cc-b355e3b6f71c");
    }

    @Test
    void findsATemplate() {
        contract.replay("03-templates/06-templates-search-exact", "03-templates/09-template-by-org-and-name");
        contract.replay("03-templates/10-template-by-orgname-and-name", "03-templates/11-template-by-default-and-name");
        contract.replay("03-templates/12-template-get");
    }

    @Test
    void saysWhichTemplatesThereAreNot() {
        contract.replay("03-templates/07-templates-search-bad-key", "03-templates/13-template-get-unknown");
        contract.replay("03-templates/14-template-get-not-uuid", "03-templates/15-template-name-unknown");
    }

    @Test
    void listsTemplates() {
        Answer list = contract.coder().get("/api/v2/templates", contract.here("<ALICE_SESSION_TOKEN>"));
        JsonNode found = null;
        for (JsonNode template : list.body()) {
            found = template.get("name").asText().equals("devcontainers") ? template : found;
        }
        contract.assertAlike("03-templates/12-template-get", found);
        assertThat(contract.send("03-templates/05-templates-list").body()).isEqualTo(list.body());
        assertThat(contract.send("03-templates/08-templates-by-org").body()).isEqualTo(list.body());
    }

    @Test
    void showsAVersion() {
        contract.bindings().letValue("v1", activeVersionName());
        contract.replay("03-templates/18-version-get");
        Answer versions = contract.send("03-templates/16-template-versions");
        assertThat(versions.body()).isNotEmpty();
        for (JsonNode version : versions.body()) {
            if (version.get("id").asText().equals(contract.here("2b7e28e5-8fa5-4f74-99cc-b355e3b6f71c"))) {
                contract.assertAlike("03-templates/18-version-get", version);
            }
        }
    }

    private String activeVersionName() {
        return contract.coder()
                .get(
                        "/api/v2/templateversions/" + contract.here("2b7e28e5-8fa5-4f74-99cc-b355e3b6f71c"),
                        target.adminToken())
                .text("/name");
    }

    @Test
    void saysWhatAVersionAsksFor() {
        contract.replay("03-templates/19-version-rich-parameters", "03-templates/20-version-presets");
        contract.replay("03-templates/25-version-external-auth");
    }

    @Test
    void asksForNothingWhereThereIsNothing() {
        contract.minimal();
        contract.replay("03-templates/21-version-presets-none", "03-templates/22-version-rich-parameters-none");
    }

    @Test
    void evaluatesValuesWithoutCreatingAnything() {
        contract.replay("03-templates/23-version-dynamic-parameters-evaluate", "08-more/08-evaluate-valid");
        contract.replay("08-more/09-evaluate-invalid");
    }
}
