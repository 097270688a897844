package dev.greenroom.auth.lending;

import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.link;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.token;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class LoansResourceTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    Database database;

    private TestPerson jane;
    private String apiToken;

    @BeforeEach
    void addJane() {
        jane = TestPerson.another(backstage, coder);
        apiToken = jane.newApiToken();
    }

    @Test
    void lendsTheTokenThatTheUserLinked() {
        link(jane.bearer(), apiToken, true).statusCode(200);

        borrow(serviceToken(), jane.userRef())
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("accessToken", equalTo(apiToken))
                .body("expiresAt", notNullValue())
                .body("coderUserId", notNullValue())
                .body("coderUsername", equalTo(jane.coderUser()))
                .body("linkGeneration", equalTo(1));
    }

    @Test
    void lendsTheNewestToken() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        var renewed = jane.newApiToken();
        link(jane.bearer(), renewed, true).statusCode(200);

        borrow(serviceToken(), jane.userRef()).statusCode(200).body("accessToken", equalTo(renewed));
    }

    @Test
    void lendsInTheNextGenerationAfterRelinking() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);
        link(jane.bearer(), apiToken, true).statusCode(200);

        borrow(serviceToken(), jane.userRef()).statusCode(200).body("linkGeneration", equalTo(2));
    }

    @Test
    void asksForAnAccountWhereNoneIsLinked() {
        borrow(serviceToken(), jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
    }

    @Test
    void lendsNothingAfterUnlinking() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        unlink(jane.bearer()).statusCode(204);

        borrow(serviceToken(), jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
    }

    @Test
    void lendsNothingForAnotherDeployment() {
        link(jane.bearer(), apiToken, true).statusCode(200);

        borrow(serviceToken(), "other", jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
    }

    @Test
    void lendsNoTokenThatHasEnded() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        database.execute("update coder_grant set expires_at = now() where coder_username = '" + jane.coderUser() + "'");

        borrow(serviceToken(), jane.userRef()).statusCode(404).body("code", equalTo("account-required"));
        assertThat(loans()).isEmpty();
    }

    @Test
    void lendsATokenWhoseEndIsUnknown() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        database.execute("update coder_grant set expires_at = null where coder_username = '" + jane.coderUser() + "'");

        borrow(serviceToken(), jane.userRef()).statusCode(200);
    }

    @Test
    void lendsToNoServiceButTheBorrowers() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        var gateway = token("gateway", AuthServiceProfile.GATEWAY_SECRET, "client_credentials", "auth-service")
                .extract()
                .<String>path("access_token");

        borrow(gateway, jane.userRef()).statusCode(403).body("code", equalTo("forbidden"));
        assertThat(loans()).isEmpty();
    }

    @Test
    void lendsToNoUser() {
        link(jane.bearer(), apiToken, true).statusCode(200);

        borrow(jane.bearer(), jane.userRef()).statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void lendsNothingForATokenThatIsForAnotherService() {
        link(jane.bearer(), apiToken, true).statusCode(200);
        var elsewhere = token("gateway", AuthServiceProfile.GATEWAY_SECRET, "client_credentials", "gateway")
                .extract()
                .<String>path("access_token");

        borrow(elsewhere, jane.userRef()).statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void writesDownEachLoan() {
        link(jane.bearer(), apiToken, true).statusCode(200);

        borrow(serviceToken(), jane.userRef()).statusCode(200);
        borrow(serviceToken(), jane.userRef()).statusCode(200);

        assertThat(loans()).hasSize(2).allMatch(loan -> loan.startsWith("workspace-service default 1 "));
    }

    @Test
    void opensNoTokenThatWasMovedIntoAnotherRow() {
        // Given
        link(jane.bearer(), apiToken, true).statusCode(200);
        var john = TestPerson.another(backstage, coder);
        link(john.bearer(), john.newApiToken(), true).statusCode(200);

        // When
        database.execute("update coder_grant set sealed_token = (select sealed_token from coder_grant where"
                + " coder_username = '" + jane.coderUser() + "') where coder_username = '" + john.coderUser() + "'");

        // Then
        borrow(serviceToken(), john.userRef()).statusCode(500).body("code", equalTo("internal"));
    }

    private List<String> loans() {
        return database.query(
                "select concat_ws(' ', borrower, deployment, link_generation, grant_id) from loan where user_ref = '"
                        + jane.userRef() + "'");
    }
}
