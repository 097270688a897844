package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.gatewayToken;
import static dev.greenroom.auth.Api.lending;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.onBehalf;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderAccountEvent.Unlinked;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Jane of one Backstage and jane of another are two people. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class EnvironmentsTest {
    BackstageStandIn backstage;
    StagingBackstage staging;
    CoderStandIn coder;

    @Inject
    AccountTopic topic;

    private TestPerson jane;
    private TestPerson twin;

    @BeforeEach
    void twoJanes() {
        jane = TestPerson.another(backstage, coder);
        twin = TestPerson.twinOf(jane, staging);
    }

    @Test
    void linkEachTheirOwnCoderUser() {
        // When
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        account(twin.bearer()).statusCode(404);
        link(twin.bearer(), twin.newApiToken(), false).statusCode(200);

        // Then
        account(jane.bearer())
                .body("userRef", equalTo(jane.userRef()))
                .body("coderUsername", equalTo(jane.coderUser()))
                .body("preprovisionConsent", equalTo(true));
        account(twin.bearer())
                .body("userRef", equalTo(jane.userRef() + "@staging"))
                .body("coderUsername", equalTo(twin.coderUser()))
                .body("preprovisionConsent", equalTo(false));
        borrow(serviceToken(), jane.userRef()).statusCode(200).body("coderUsername", equalTo(jane.coderUser()));
        borrow(serviceToken(), twin.userRef()).statusCode(200).body("coderUsername", equalTo(twin.coderUser()));
        onBehalf(jane.bearer(), gatewayToken()).statusCode(200).body("coderUsername", equalTo(jane.coderUser()));
        onBehalf(twin.bearer(), gatewayToken()).statusCode(200).body("coderUsername", equalTo(twin.coderUser()));
    }

    @Test
    void areToldApartOnTheTopicAndUnlinkedOneByOne() {
        // Given
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);
        link(twin.bearer(), twin.newApiToken(), true).statusCode(200);

        // When
        unlink(twin.bearer()).statusCode(204);

        // Then
        assertThat(topic.awaitEvents(twin.userRef(), 2))
                .extracting(Object::getClass)
                .containsExactly(Linked.class, Unlinked.class);
        assertThat(topic.awaitEvents(jane.userRef(), 1)).singleElement().isInstanceOf(Linked.class);
        account(jane.bearer()).statusCode(200);
        borrow(serviceToken(), twin.userRef()).statusCode(404);
    }

    @Test
    void haveNoCoderUserInCommonUnlessTheOperatorSaysSo() {
        link(jane.bearer(), jane.newApiToken(), true).statusCode(200);

        link(twin.bearer(), jane.newApiToken(), true).statusCode(409).body("code", equalTo("coder-account-taken"));
    }

    @Test
    void areNoAdminsByEachOthersName() {
        var admin = staging.tokenFor(AuthServiceProfile.ADMIN).mint();

        lending(admin).statusCode(403);
        lending(backstage.tokenFor(AuthServiceProfile.ADMIN).mint()).statusCode(200);
        lending(staging.tokenFor("user:default/an-admin-of-staging").mint()).statusCode(200);
    }
}
