package dev.greenroom.auth.lending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class ForgetLoansTest {
    @Inject
    ForgetLoans forget;

    @Inject
    LoanStore loans;

    @Inject
    Database database;

    private final String user = "user:default/" + UUID.randomUUID();

    @Test
    void forgetsWhatWasLentLongAgoAndNothingElse() {
        lent("401 days", 1);
        lent("399 days", 1);
        lent("1 second", 1);

        forget.lentLongAgo();

        assertThat(agesInDays()).containsExactly("399", "0");
    }

    @Test
    void goesOnUntilNothingOldIsLeft() {
        lent("401 days", 2 * ForgetLoans.STEP + 1);

        forget.lentLongAgo();

        assertThat(agesInDays()).isEmpty();
    }

    @Test
    void takesTheOldestOfMoreThanItDeletesAtOnce() {
        lent("5000 days", 1);
        lent("5002 days", 1);
        lent("5001 days", 1);

        var deleted = QuarkusTransaction.requiringNew()
                .call(() -> loans.forgetBefore(Instant.now().minus(Duration.ofDays(450)), 2));

        assertThat(deleted).isEqualTo(2);
        assertThat(agesInDays()).containsExactly("5000");
    }

    @Test
    void leavesToAnotherReplicaWhatThatIsDeleting() {
        lent("402 days", 1);
        lent("401 days", 1);

        QuarkusTransaction.requiringNew().run(() -> {
            database.query("select id from loan where lent_at < now() - interval '401 days 12 hours' for update");

            forget.lentLongAgo();
        });

        assertThat(agesInDays()).containsExactly("402");
    }

    private void lent(String ago, int count) {
        database.execute("""
                insert into loan (lent_at, borrower, deployment, user_ref, grant_id, link_generation)
                select now() - interval '%s', 'workspace-service', 'default', '%s', gen_random_uuid(), 1
                from generate_series(1, %d)""".formatted(ago, user, count));
    }

    private List<String> agesInDays() {
        return database.query("select extract(day from now() - lent_at)::int from loan where user_ref = '" + user
                + "' order by lent_at");
    }
}
