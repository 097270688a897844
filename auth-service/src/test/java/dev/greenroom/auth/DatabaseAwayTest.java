package dev.greenroom.auth;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class DatabaseAwayTest {
    BackstageStandIn backstage;
    PostgresqlStandIn postgresql;

    @Test
    void says503WhileTheDatabaseIsAwayAndHeals() {
        LeftOut.withoutStandIn(postgresql, "auth-service without its database");
        var jane = backstage.tokenFor("user:default/jane-without-a-database").mint();
        Api.account(jane).statusCode(404);

        postgresql.stop();
        try {
            Api.account(jane).statusCode(503).header("Retry-After", "5").body("code", equalTo("service-unavailable"));
            Api.unlink(jane).statusCode(503).body("code", equalTo("service-unavailable"));
        } finally {
            postgresql.startAgain();
        }

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> Api.account(jane).statusCode(404));
    }
}
