package dev.greenroom.standins.coder.contract;

import dev.greenroom.standins.coder.contract.Contract.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ends of a pair of tokens. */
@ContractTest
class RevocationContractTest {
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
    void revokesBothTokensByEither() {
        consent.login();
        contract.replay("02-oauth2/83-revoke-access", "02-oauth2/84-access-token-after-revoke");
        contract.replay("02-oauth2/85-refresh-after-access-revoke");
        consent.login();
        contract.replay("02-oauth2/86-revoke-refresh", "02-oauth2/87-access-token-after-refresh-revoke");
        contract.replay("02-oauth2/88-revoke-again");
    }

    @Test
    void revokesNothingForOthers() {
        consent.login();
        consent.otherApp();
        contract.bindings().let("<TOKEN>", "aaaaaaaaaa-bbbbbbbbbbbbbbbbbbbbbb");
        contract.replay("02-oauth2/75-revoke-missing-token", "02-oauth2/76-revoke-no-client");
        contract.replay("02-oauth2/77-revoke-other-client", "02-oauth2/78-access-token-after-revoke-by-other");
        contract.replay("02-oauth2/79-revoke-garbage", "02-oauth2/80-revoke-unknown-token");
        contract.replay("02-oauth2/81-revoke-basic", "02-oauth2/82-revoke-wrong-secret");
    }

    @Test
    void letsTheUserWithdraw() {
        consent.login();
        contract.replay("02-oauth2/89-delete-tokens-by-user", "02-oauth2/90-access-token-after-delete-tokens");
    }

    @Test
    void refreshesForASuspendedUserWhoseTokensAreRefused() {
        consent.login();
        contract.replay("02-oauth2/91-suspend-alice", "02-oauth2/92-oauth-token-of-suspended");
        contract.replay("02-oauth2/93-refresh-of-suspended");
    }

    @Test
    void endsTokensWithTheSecretThatGotThem() {
        contract.replay("02-oauth2/94-app-secret-create-second");
        consent.code();
        contract.replay("02-oauth2/95-token-with-second-secret", "02-oauth2/96-app-secret-delete");
        contract.replay("02-oauth2/97-access-token-after-secret-delete", "02-oauth2/98-refresh-after-secret-delete");
    }

    @Test
    void endsTokensWithTheApplication() {
        consent.login();
        contract.bindings()
                .let("a23ac1c5-3d81-4332-9968-436a66491cf4", contract.here("a25e36f6-982c-4cb1-9991-55c0b965a74f"));
        contract.bindings().let("<CLIENT_SECRET_3>", contract.here("<CLIENT_SECRET>"));
        contract.replay("08-more/21-app-delete", "08-more/22-access-token-after-app-delete");
        contract.replay("08-more/23-refresh-after-app-delete");
    }

    @Test
    void endsTokensByLogout() {
        consent.code();
        contract.replay("08-more/13-token");
        contract.bindings().let("<TOKEN>", contract.here("<ACCESS_TOKEN>"));
        contract.bindings().let("<SECRET>", contract.here("<REFRESH_TOKEN>"));
        contract.replay("08-more/17-refresh-token-as-access-token", "08-more/18-logout-with-oauth-token");
        contract.replay("08-more/19-me-after-logout", "08-more/20-refresh-after-logout");
    }
}
