package dev.greenroom.auth.account;

import static dev.greenroom.auth.Api.account;
import static dev.greenroom.auth.Api.borrow;
import static dev.greenroom.auth.Api.serviceToken;
import static dev.greenroom.auth.Api.unlink;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.auth.AccountTopic;
import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.TestPerson;
import dev.greenroom.auth.coder.CoderToken;
import dev.greenroom.auth.coder.CoderUser;
import dev.greenroom.auth.coder.CoderUsersClient;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.outbox.Outbox;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    @Inject
    AccountTopic topic;

    private record Sharing(boolean sharedCoderUsers, Duration expiryWarning) implements AccountsConfig {}

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
                new LinkGrant(accounts, grants, use, outbox, new Sharing(true, Duration.ofDays(2)), Clock.systemUTC()),
                Clock.systemUTC());
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

    @Test
    void tellsTheOthersThatAPastedTokenHasBroughtTheirGrantBackToLife() {
        link(jane, jane.newApiToken());
        link(john, jane.newApiToken());
        database.execute(
                "update coder_grant set relink_required = true where coder_username = '" + jane.coderUser() + "'");

        link(jane, jane.newApiToken());

        assertThat(topic.awaitEvents(john.userRef(), 2))
                .extracting(event -> event.getClass().getSimpleName() + event.revision())
                .containsExactly("Linked1", "Linked2");
        account(john.bearer()).body("relinkRequired", equalTo(false));
    }

    @Test
    void tellsTheOthersNothingOfATokenThatFollowsOneThatLives() {
        link(jane, jane.newApiToken());
        link(john, jane.newApiToken());
        link(jane, jane.newApiToken());

        unlink(john.bearer()).statusCode(204);

        assertThat(topic.awaitEvents(john.userRef(), 2))
                .extracting(event -> event.getClass().getSimpleName() + event.revision())
                .containsExactly("Linked1", "Unlinked2");
    }

    @Test
    void tellsTheOthersThatATokenWasPastedThatEndsSoon() {
        link(jane, jane.newApiToken());
        link(john, jane.newApiToken());

        link(jane, coder.tokenFor(jane.coderUser(), Duration.ofHours(1)));

        assertThat(topic.awaitEvents(john.userRef(), 2).getLast())
                .isInstanceOfSatisfying(
                        Linked.class, linked -> assertThat(linked.expiresAt()).isNotNull());
    }

    /** Each takes both accounts: in orders of their own they would wait for each other for ever. */
    @Test
    void lockEachOtherOutOfNothingWhenBothPasteAtOnce() throws Exception {
        link(jane, jane.newApiToken());
        link(john, jane.newApiToken());
        var tokens = IntStream.range(0, 20).mapToObj(n -> jane.newApiToken()).toList();

        try (var callers = Executors.newFixedThreadPool(8)) {
            var all = IntStream.range(0, tokens.size())
                    .mapToObj(n -> callers.submit(() -> link(n % 2 == 0 ? jane : john, tokens.get(n))))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
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
