package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.serviceToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.OAuth2Client;
import dev.greenroom.auth.coder.RefreshToken;
import dev.greenroom.auth.oauth2.Linking;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs that no grant has any more, or never had, are not left behind at Coder. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class PairsToRevokeTest {
    private static final String REVOKE = "/oauth2/revoke";

    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    @Inject
    OAuth2Client client;

    @Inject
    RevokePair revokePair;

    private TestPerson jane;

    @BeforeEach
    void somebodyLinkedThroughCodersConsent() {
        jane = TestPerson.another(backstage, coder);
        Linking.link(jane);
    }

    @AfterEach
    void mend() {
        coder.faults().clear();
        database.execute("delete from pair_to_revoke");
    }

    @Test
    void revokesThePairInWhosePlaceATokenIsPasted() {
        var pasted = jane.newApiToken();

        link(jane.bearer(), pasted, null).statusCode(200).body("linkGeneration", equalTo(1));

        await().until(() -> Linking.livingPairs(jane, coder) == 0);
        await().until(() -> waiting() == 0);
        borrow(serviceToken(), jane.userRef()).statusCode(200).body("accessToken", equalTo(pasted));
    }

    @Test
    void revokesItOnceCoderIsBack() {
        coder.faults().on("POST", REVOKE).fail(503);
        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);
        await().until(() -> !coder.ledger().calls("POST", REVOKE).isEmpty());
        assertThat(waiting()).isEqualTo(1);
        assertThat(Linking.livingPairs(jane, coder)).isEqualTo(1);

        coder.faults().clear();

        await().until(() -> Linking.livingPairs(jane, coder) == 0);
        await().until(() -> waiting() == 0);
    }

    @Test
    void letsAUserPasteATokenWhereNoKeyOpensThePair() {
        database.execute("update coder_grant set sealed_refresh_token = '\\x00' where coder_username = '"
                + jane.coderUser() + "'");

        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

        account(jane.bearer()).statusCode(200);
        assertThat(waiting()).isZero();
    }

    @Test
    void revokesThePairOfACallbackOnceCoderIsBack() {
        var pair = Linking.consent(jane, client);
        coder.faults().on("POST", REVOKE).times(1).fail(503);

        revokePair.revoke(pair.refreshToken());
        assertThat(Linking.lives(pair.accessToken().value(), coder)).isTrue();

        await().until(() -> !Linking.lives(pair.accessToken().value(), coder));
        await().until(() -> waiting() == 0);
    }

    @Test
    void isKeptFromNoneByMoreThanAPageOfThoseThatNoKeyOpens() {
        database.execute("""
                insert into pair_to_revoke (id, deployment, sealed_refresh_token, since)
                select ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, 'default', '\\x00', now()
                from generate_series(1, 120) n
                """);

        link(jane.bearer(), jane.newApiToken(), null).statusCode(200);

        await().until(() -> Linking.livingPairs(jane, coder) == 0);
        await().until(() -> waiting() == 120);
    }

    @Test
    void keepsAnUnknownRefreshTokenNoLongerThanCoderNeedsToSaySo() {
        coder.faults().on("POST", REVOKE).times(1).fail(503);

        revokePair.revoke(new RefreshToken("coder_abcdefghij_" + "x".repeat(40)));

        await().until(() -> waiting() == 0);
    }

    private int waiting() {
        return database.query("select id::text from pair_to_revoke").size();
    }
}
