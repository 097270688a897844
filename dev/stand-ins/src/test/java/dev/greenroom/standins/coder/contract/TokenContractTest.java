package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.contract.Contract.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a code becomes a pair of tokens, and a pair another one. */
@ContractTest
class TokenContractTest {
    private static Target target;
    private Contract contract;
    private Person alice;
    private Consent consent;

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
        consent = new Consent(contract, target);
    }

    @Test
    void exchangesACodeOnceAndOnlyWithItsVerifier() {
        consent.code();
        contract.replay("02-oauth2/36-token-code-no-verifier", "02-oauth2/38-token-code-wrong-verifier");
        contract.replay("02-oauth2/39-token-code-retry-after-wrong-verifier", "02-oauth2/41-token-code-reuse");
        consent.code();
        contract.replay("02-oauth2/37-token-code-after-missing-verifier");
    }

    @Test
    void givesTokensThatAreTheUsers() {
        consent.login();
        contract.replay("02-oauth2/42-use-access-token-bearer", "02-oauth2/43-use-access-token-session-header");
        contract.replay("02-oauth2/70-keys-of-oauth-user", "02-oauth2/73-create-token-with-oauth-token");
    }

    @Test
    void showsTheKeyBehindAnAccessToken() {
        consent.login();
        contract.bindings().let("748jQwz953", contract.here("<ACCESS_TOKEN>").split("-")[0]);
        contract.replay("02-oauth2/71-key-of-oauth-token");
    }

    @Test
    void killsTheFirstPairAtASecondLogin() {
        consent.login();
        String firstAccess = contract.here("<ACCESS_TOKEN>");
        String firstRefresh = contract.here("<REFRESH_TOKEN>");
        consent.code();
        contract.replay("02-oauth2/44-token-code-basic");
        contract.bindings().let("<ACCESS_TOKEN>", firstAccess);
        contract.bindings().let("<REFRESH_TOKEN>", firstRefresh);
        contract.replay(
                "02-oauth2/45-first-token-after-second-login", "02-oauth2/46-refresh-of-first-after-second-login");
    }

    @Test
    void checksTheClient() {
        consent.code();
        contract.bindings().let("<SECRET>", "coder_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/47-token-code-no-secret", "02-oauth2/48-token-code-wrong-secret");
        contract.replay("02-oauth2/55-token-unknown-client", "02-oauth2/58-token-json-body");
        consent.basic(contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"), "wrong");
        contract.replay("02-oauth2/49-token-code-wrong-secret-basic");
        consent.otherApp();
        contract.replay("02-oauth2/50-token-code-other-apps-credentials");
    }

    @Test
    void checksTheTokenRequest() {
        consent.code();
        contract.bindings().let("<SECRET>", "coder_aaaaaaaaaa_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/51-token-code-wrong-redirect", "02-oauth2/52-token-code-missing-redirect");
        contract.replay("02-oauth2/53-token-no-grant-type", "02-oauth2/54-token-client-credentials");
        contract.replay("02-oauth2/56-token-bad-code", "02-oauth2/57-token-extra-param");
    }

    @Test
    void rotatesBothTokensAtARefresh() {
        consent.login();
        String oldAccess = contract.here("<ACCESS_TOKEN>");
        String oldRefresh = contract.here("<REFRESH_TOKEN>");
        contract.replay("02-oauth2/59-refresh");
        String newAccess = contract.here("<ACCESS_TOKEN>");
        contract.bindings().let("<ACCESS_TOKEN>", oldAccess);
        contract.bindings().let("<REFRESH_TOKEN>", oldRefresh);
        contract.replay("02-oauth2/60-old-access-token-after-refresh", "02-oauth2/61-refresh-reuse-old");
        contract.bindings().let("<ACCESS_TOKEN>", newAccess);
        contract.replay("02-oauth2/62-new-access-token-after-reuse");
    }

    @Test
    void doesNotLookAtTheClientsSecretAtARefresh() {
        consent.login();
        consent.otherApp();
        contract.replay("02-oauth2/63-refresh-basic", "02-oauth2/64-refresh-no-secret");
        contract.replay("02-oauth2/65-refresh-wrong-secret", "02-oauth2/66-refresh-other-app");
    }

    @Test
    void refusesARefreshWithoutAGoodToken() {
        contract.replay(
                "02-oauth2/67-refresh-garbage", "02-oauth2/68-refresh-missing", "02-oauth2/69-refresh-with-scope");
        contract.replay("05b-errors-more/24-oauth-after-429");
    }

    /** Recorded in {@code concurrent-refresh}: at least one wins, the others get 400 or 500, and the user stays linked. */
    @Test
    void doesNotKeepConcurrentRefreshesApart() {
        consent.login();
        List<CompletableFuture<Answer>> refreshes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            refreshes.add(CompletableFuture.supplyAsync(() -> contract.send("02-oauth2/59-refresh")));
        }
        List<Answer> answers = refreshes.stream().map(CompletableFuture::join).toList();

        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 400, 500);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 500)
                .allSatisfy(answer -> assertThat(answer.text("/message")).isEqualTo("Failed to exchange token"));
    }

    @Test
    void createsWorkspacesForTheUserAndNobodyElse() {
        consent.login();
        contract.devcontainers();
        contract.minimal();
        contract.bob();
        assertThat(contract.send("06-on-behalf/14-create-for-me-with-oauth-token")
                        .status())
                .isEqualTo(201);
        contract.replay("06-on-behalf/15-create-for-bob-with-alices-oauth-token");
        assertThat(contract.send("06-on-behalf/16-create-for-alice-by-name-with-oauth-token")
                        .status())
                .isEqualTo(201);
    }
}
