package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.coder.contract.Contract.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who a caller is, by which token, and what is said to those who are nobody. */
@ContractTest
class AccountContractTest {
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
    }

    @Test
    void saysWhatItIs() {
        contract.bindings()
                .letValue(
                        "v2.36.0", contract.coder().get("/api/v2/buildinfo", "").text("/version"));
        contract.bindings()
                .varies(
                        contract.recordedBody("01-basics/01-buildinfo")
                                .at("/webpush_public_key")
                                .asText(),
                        ".*");
        contract.replay("01-basics/01-buildinfo");
        contract.replay("01-basics/02-healthz", "01-basics/03-api-root", "01-basics/08-first-user-exists-after");
    }

    @Test
    void logsInByPassword() {
        Person alice = contract.alice();
        contract.bindings().let("admin@example.com", alice.username() + "@example.com");
        contract.bindings().let("<ADMIN_PASSWORD>", contract.here("<USER_PASSWORD>"));
        contract.replay("01-basics/10-login-bad", "01-basics/11-login-malformed", "01-basics/12-login-missing-fields");
        contract.replay("01-basics/13-login");
        contract.replay("01-basics/62-login-alice");
    }

    @Test
    void takesATokenWhereverItIs() {
        contract.replay("01-basics/14-me", "01-basics/15-me-bearer", "01-basics/16-me-cookie");
        contract.replay("01-basics/17-me-queryparam");
    }

    @Test
    void prefersCodersOwnHeader() {
        Person alice = contract.alice();
        Person bob = contract.bob();
        contract.bindings().let("<TOKEN>", alice.token());

        Answer answer = contract.send("08-more/15-both-headers");

        assertThat(answer.text("/id")).isEqualTo(bob.id());
        assertThat(contract.send("08-more/16-bearer-lowercase").text("/id")).isEqualTo(alice.id());
    }

    @Test
    void refusesWhoIsNobody() {
        contract.replay("01-basics/18-me-no-token", "01-basics/19-me-garbage-token", "01-basics/22-me-garbage-bearer");
        contract.bindings().let("<TOKEN>", "aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("01-basics/20-me-unknown-key");
        contract.bindings().let("<TOKEN>", contract.alice().token().split("-")[0] + "-bbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("01-basics/21-me-wrong-secret");
        contract.replay("05-errors/01-401-no-token", "05-errors/02-401-bad-token");
    }

    @Test
    void keepsApiTokens() {
        Person alice = contract.alice();
        contract.bindings().let("<ADMIN_SESSION_TOKEN>", alice.token());
        contract.bindings().let("ca0b1922-7e0a-47db-9c9b-87ad78a95a30", alice.id());
        contract.bindings().letValue("admin", alice.username());
        for (String key : new String[] {"COqGmQ7ZYB", "v9L6GhnBSb", "87Jxe01rJo"}) {
            contract.bindings().varies(key, "[0-9A-Za-z]{10}");
        }
        contract.replay("01-basics/23-tokenconfig", "01-basics/24-token-create-30-days");
        contract.replay("01-basics/25-token-create-no-lifetime", "01-basics/26-token-create");
        contract.replay("01-basics/27-token-create-dup-name", "01-basics/28-token-create-scopes");
        contract.replay("01-basics/29-token-create-scope-unknown", "01-basics/30-token-create-too-long");
        contract.replay("01-basics/31-token-create-lifetime-in-seconds-mistake");
        awaitTheEndOf(contract.here("<KEY>"));
        contract.replay("01-basics/32-token-list", "01-basics/33-token-by-name");
    }

    @Test
    void refusesAnExpiredToken() {
        contract.bindings().let("<ADMIN_SESSION_TOKEN>", contract.alice().token());
        contract.replay("01-basics/31-token-create-lifetime-in-seconds-mistake");
        contract.bindings().let("<EXPIRED_TOKEN>", contract.here("<KEY>"));
        awaitTheEndOf(contract.here("<KEY>"));
        contract.bindings()
                .varies(
                        contract.recordedBody("05-errors/20-401-expired-token")
                                .get("detail")
                                .asText(),
                        "API key expired at \"\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)? \\+0000 UTC\"\\.");
        contract.replay("05-errors/20-401-expired-token");
    }

    private void awaitTheEndOf(String token) {
        await().until(() -> contract.coder().get("/api/v2/users/me", token).status() == 401);
    }

    @Test
    void knowsItsOrganization() {
        contract.replay("01-basics/34-organizations", "01-basics/35-organization-default");
        contract.replay("01-basics/36-my-organizations", "01-basics/37-organization-unknown");
    }

    @Test
    void letsAnAdministratorCreateUsers() {
        contract.name("alice");
        contract.replay("01-basics/45-user-create-alice", "01-basics/50-user-create-dup");
        contract.replay(
                "01-basics/52-user-create-login-none", "01-basics/57-user-get", "01-basics/58-user-get-unknown");
        contract.replay("01-basics/59-users-search-email", "01-basics/60-users-search-email-key");
        contract.replay("01-basics/61-user-get-by-email");
    }

    @Test
    void showsAMemberOnlyThemselves() {
        contract.alice();
        contract.bob();
        contract.replay("01-basics/63-members-see-other-user", "01-basics/64-users-list-as-member");
        contract.replay("05-errors/03-403-member-admin-route");
    }

    @Test
    void givesRolesToUsers() {
        contract.person("tadmin", "000951a3-38a0-49c7-bca7-5d23d3f7af17");
        contract.person("orgadmin", "a0b97cfc-bfd1-4033-bccb-edecc8aad0c5");
        contract.replay("01-basics/54-user-roles-template-admin", "01-basics/56-orgmember-roles-org-admin");
    }

    @Test
    void letsAnOwnerMakeTokensForOthers() {
        contract.bob();
        Person uadmin = contract.person("uadmin", "eb40256c-780f-46fb-b391-2b6e57bfe962");
        contract.replay("01-basics/55-user-roles-user-admin", "06-on-behalf/18-admin-key-for-other");
        contract.replay("06-on-behalf/19-uadmin-key-for-other", "06-on-behalf/20-admin-session-key-for-other");
        assertThat(uadmin.token()).isNotEmpty();
    }

    @Test
    void endsASessionByLogout() {
        contract.bindings().let("<TOKEN>", contract.alice().token());
        contract.replay("08-more/18-logout-with-oauth-token", "08-more/19-me-after-logout");
    }

    @Test
    void suspendsUsers() {
        contract.bindings().let("<ACCESS_TOKEN>", contract.alice().token());
        contract.replay("02-oauth2/91-suspend-alice", "02-oauth2/92-oauth-token-of-suspended");
    }
}
