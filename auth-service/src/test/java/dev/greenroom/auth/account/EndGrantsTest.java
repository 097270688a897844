package dev.greenroom.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import dev.greenroom.auth.SealedAccounts;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Grants that are ended while others link them. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class EndGrantsTest {
    @Inject
    EndGrants endGrants;

    @Inject
    SealedAccounts accounts;

    @Inject
    Seal seal;

    @Inject
    Database database;

    @Inject
    DataSource source;

    @AfterEach
    void deleteAccounts() {
        accounts.deleteAll();
    }

    /** Only the accounts are locked before the grant: one that links it in between is not among them. */
    @Test
    void endsAGrantTheNextTimeThatSomebodyLinksInBetween() throws Exception {
        var jane = accounts.add(1, seal).getFirst();
        var john = accounts.add(1, seal).getFirst();
        unlink(john);
        var before = justBefore(jane.grant());
        CompletableFuture<EndGrants.Ended> ending;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            var statement = connection.createStatement();
            statement.execute("select id from coder_grant where id = '" + jane.grant() + "' for update");

            ending = CompletableFuture.supplyAsync(() -> end(before));
            await().until(() ->
                    !database.query("select 1 from pg_locks where not granted").isEmpty());
            statement.execute("update account set grant_id = '" + jane.grant()
                    + "', linked_at = now() where user_ref = '" + john.user() + "'");
            connection.commit();
        }

        assertThat(ending.get()).isEqualTo(new EndGrants.Ended(before, 0));
        assertThat(isLinked(jane)).isTrue();

        assertThat(end(before)).isEqualTo(new EndGrants.Ended(jane.grant(), 2));
        assertThat(isLinked(jane)).isFalse();
        assertThat(isLinked(john)).isFalse();
    }

    private EndGrants.Ended end(UUID after) {
        return QuarkusTransaction.requiringNew()
                .call(() -> endGrants.next(after, 1))
                .orElseThrow();
    }

    /** A UUID between this one and the one before it, where there is any. */
    private static UUID justBefore(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() - 1);
    }

    private void unlink(SealedAccounts.Row row) {
        database.execute("update account set grant_id = null, linked_at = null where user_ref = '" + row.user() + "'");
    }

    private boolean isLinked(SealedAccounts.Row row) {
        return !database.query(
                        "select id::text from account where grant_id is not null and user_ref = '" + row.user() + "'")
                .isEmpty();
    }
}
