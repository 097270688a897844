package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.outbox.Outbox;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the operator lets several Backstage users link one Coder user, they share its grant. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class SharedCoderUsersTest {
    BackstageStandIn backstage;
    CoderStandIn coder;

    @Inject
    CoderUsersClient coderUsers;

    @Inject
    AccountStore accounts;

    @Inject
    GrantStore grants;

    @Inject
    GrantUse use;

    @Inject
    Outbox outbox;

    @Inject
    Database database;

    private TestPerson jane;
    private TestPerson john;
    private LinkAccount shared;

    @BeforeEach
    void addPeople() {
        jane = TestPerson.another(backstage, coder);
        john = TestPerson.another(backstage, coder);
        shared = new LinkAccount(
                coderUsers,
                accounts,
                grants,
                new LinkGrant(accounts, grants, use, outbox, () -> true, Clock.systemUTC()));
    }

    @Test
    void lendsBothTheTokenThatEitherBroughtLast() {
        link(jane, jane.newApiToken());
        var last = jane.newApiToken();
        link(john, last);

        borrow(serviceToken(), jane.userRef()).statusCode(200).body("accessToken", equalTo(last));
        borrow(serviceToken(), john.userRef()).statusCode(200).body("accessToken", equalTo(last));
    }

    @Test
    void erasesTheTokenWithTheLastLink() {
        link(jane, jane.newApiToken());
        link(john, jane.newApiToken());

        unlink(jane.bearer()).statusCode(204);
        account(john.bearer()).statusCode(200).body("coderUsername", equalTo(jane.coderUser()));
        assertThat(grantsOfJane()).isEqualTo(1);

        unlink(john.bearer()).statusCode(204);
        assertThat(grantsOfJane()).isZero();
    }

    @Test
    void keepsATokenThatAnotherIsJustLinking() {
        // Given
        link(jane, jane.newApiToken());
        var coderUser =
                new CoderUser(UUID.fromString(account(jane.bearer()).extract().path("coderUserId")), "x");
        QuarkusTransaction.begin();
        var account = accounts.claim(UserRef.parse(john.userRef()));
        var grant = grants.claim("default", coderUser);

        // When
        var unlinking = CompletableFuture.runAsync(() -> unlink(jane.bearer()).statusCode(204));
        await().until(() ->
                !database.query("select 1 from pg_locks where not granted").isEmpty());
        account.link(grant, false, Clock.systemUTC().instant());
        QuarkusTransaction.commit();
        unlinking.join();

        // Then
        account(john.bearer())
                .statusCode(200)
                .body("coderUserId", equalTo(coderUser.id().toString()));
    }

    private void link(TestPerson person, String apiToken) {
        var outcome = shared.link(UserRef.parse(person.userRef()), CoderToken.of(apiToken), false);
        assertThat(outcome).isInstanceOf(LinkOutcome.Linked.class);
    }

    private int grantsOfJane() {
        return database.query("select id from coder_grant where coder_username = '" + jane.coderUser() + "'")
                .size();
    }
}
