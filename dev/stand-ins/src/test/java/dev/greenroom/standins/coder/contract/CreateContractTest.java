package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.coder.contract.Contract.Person;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a workspace may be created from, by whom, and with which name and values. */
@ContractTest
class CreateContractTest {
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
    void takesPresetsBeforeGivenValues() {
        contract.bindings().varies("2748e310-1922-4987-bb97-e1e9f44b984d", "[0-9a-f-]{36}");
        contract.replay("04-workspaces/06-presets-of-active-version", "04-workspaces/07-create-with-preset");
        contract.replay("04-workspaces/08-create-with-preset-conflicting-param");
        contract.replay("04-workspaces/09-preset-conflict-build-parameters", "04-workspaces/10-create-preset-unknown");
    }

    @Test
    void createsFromAnOlderVersion() {
        String older = "2b7e28e5-8fa5-4f74-99cc-b355e3b6f71c";
        JsonNode versions = contract.coder()
                .get(
                        "/api/v2/templates/" + contract.here("67ba8cfc-869d-46cc-8e3f-b0f59137194d") + "/versions",
                        alice.token())
                .body();
        if (versions.size() < 2) {
            Assumptions.abort("the template devcontainers of that Coder has one version only");
        }
        contract.bindings().let(older, versions.get(0).get("id").asText());
        contract.replay("04-workspaces/05-create-org-member-variant");
    }

    @Test
    void refusesNamesThatAreNone() {
        contract.minimal();
        contract.replay("04-workspaces/13-create-name-underscore", "04-workspaces/14-create-name-dot");
        contract.replay("04-workspaces/15-create-name-slash", "04-workspaces/16-create-name-leading-hyphen");
        contract.replay("04-workspaces/17-create-name-trailing-hyphen", "04-workspaces/18-create-name-double-hyphen");
        contract.replay("04-workspaces/19-create-name-space", "04-workspaces/20-create-name-33-chars");
        contract.replay("04-workspaces/21-create-name-new", "04-workspaces/22-create-name-create");
        contract.replay("04-workspaces/23-create-name-empty", "04-workspaces/27-create-name-unicode");
        contract.replay("05-errors/09-400-validations");
    }

    @Test
    void takesNamesThatAreOnes() {
        contract.minimal();
        contract.replay("04-workspaces/24-create-name-uppercase", "04-workspaces/25-create-name-32-chars");
        contract.replay("04-workspaces/26-create-name-digits");
    }

    @Test
    void keepsNamesUniqueWhateverTheirCase() {
        contract.minimal();
        contract.bindings().let("Alice-One", (alice.username() + "-one").toUpperCase(Locale.ROOT));
        contract.replay("04-workspaces/01-create-for-me", "04-workspaces/11-create-duplicate-name");
        contract.replay("04-workspaces/12-create-duplicate-name-case");
    }

    @Test
    void checksParameters() {
        contract.replay(
                "04-workspaces/28-create-missing-required-param", "04-workspaces/30-create-param-not-in-options");
        contract.replay("04-workspaces/31-create-param-regex", "04-workspaces/32-create-param-number-range");
        contract.replay("04-workspaces/33-create-param-number-as-json-number");
    }

    @Test
    void dropsUnknownParametersAndTakesTheLastOfTwo() {
        contract.bindings().varies("2748e310-1922-4987-bb97-e1e9f44b984d", "[0-9a-f-]{36}");
        String unknown =
                contract.replay("04-workspaces/29-create-unknown-param").text("/latest_build/id");
        contract.bindings().let("2f8ce13d-12a6-496f-90e0-be818cbefe7a", unknown);
        contract.replay("04b-workspaces-more/13-build-parameters-of-unknown-param");
        String twice =
                contract.replay("04-workspaces/34-create-param-duplicate").text("/latest_build/id");
        contract.bindings().let("642cd54a-cd93-444d-9e5f-1d9acc0b1e45", twice);
        contract.replay("04b-workspaces-more/14-build-parameters-of-duplicate-param");
    }

    @Test
    void checksWhichTemplateIsMeant() {
        contract.minimal();
        contract.replay("04-workspaces/35-create-template-unknown", "04-workspaces/36-create-template-not-uuid");
        contract.replay("04-workspaces/37-create-template-none", "04-workspaces/38-create-template-both");
        contract.replay("04-workspaces/39-create-version-unknown", "08-more/07-empty-string-uuid");
    }

    @Test
    void readsJsonAsGoDoes() {
        contract.minimal();
        contract.replay("04-workspaces/40-create-bad-json", "04-workspaces/41-create-unknown-json-field");
        contract.replay("05-errors/14-415-wrong-content-type");
        assertThat(contract.send("08-more/05-null-rich-parameter-values").status())
                .isEqualTo(201);
        assertThat(contract.send("08-more/06-zero-uuid-preset").status()).isEqualTo(201);
    }

    @Test
    void checksSchedules() {
        contract.minimal();
        contract.replay("04-workspaces/42-create-bad-autostart", "04-workspaces/43-create-bad-ttl");
        contract.replay("04-workspaces/44-create-ttl-too-long");
    }

    @Test
    void createsForOthersOnlyByThoseWhoMay() {
        contract.minimal();
        contract.bob();
        contract.replay("04-workspaces/45-create-user-unknown", "04-workspaces/46-create-for-other-as-member");
        contract.replay("06-on-behalf/09-create-for-bob-as-alice-users-route");
        contract.replay("06-on-behalf/10-create-for-bob-as-alice-org-route");
        Answer made = contract.send("06-on-behalf/01-create-for-bob-as-admin-users-route");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/latest_build/initiator_id"))
                .isEqualTo(contract.here("ca0b1922-7e0a-47db-9c9b-87ad78a95a30"));
        contract.bindings().let("72e42a4e-ed1d-4db2-af26-7d2a9dd2dc11", made.text("/id"));
        contract.replay("04-workspaces/116-get-others");
    }

    @Test
    void letsOrganizationAdminsCreateForOthersButNotOtherAdmins() {
        contract.minimal();
        contract.bob();
        contract.person("tadmin", "000951a3-38a0-49c7-bca7-5d23d3f7af17");
        contract.person("uadmin", "eb40256c-780f-46fb-b391-2b6e57bfe962");
        contract.person("orgadmin", "a0b97cfc-bfd1-4033-bccb-edecc8aad0c5");
        contract.send("01-basics/54-user-roles-template-admin");
        contract.send("01-basics/55-user-roles-user-admin");
        contract.send("01-basics/56-orgmember-roles-org-admin");
        contract.replay("06-on-behalf/03-create-for-bob-as-tadmin-users-route");
        contract.replay("06-on-behalf/05-create-for-bob-as-uadmin-users-route");
        assertThat(contract.send("06-on-behalf/07-create-for-bob-as-orgadmin-users-route")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void asksForParametersWithoutDefaults() {
        contract.template("required", "850e143d-ba72-4d7d-8d81-fb97a0d893ec", "7527bd28-309b-4ab1-8c61-9a5a73a52a39");
        contract.replay("08-more/01-missing-two-required-params", "08-more/02-missing-one-required-param");
        contract.replay("08-more/03-empty-string-for-required-param");
    }
}
