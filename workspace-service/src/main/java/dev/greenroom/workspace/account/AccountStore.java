package dev.greenroom.workspace.account;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderAccountEvent.RelinkRequired;
import dev.greenroom.contracts.CoderAccountEvent.Unlinked;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.database.Row;
import dev.greenroom.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The latest message for each user. */
@ApplicationScoped
public class AccountStore {

    private static final String KEEP_IF_NEWER = """
            INSERT INTO coder_account (key, revision, linked, link_generation, link_began_at, preprovision_consent)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET
                revision = excluded.revision, linked = excluded.linked,
                link_generation = greatest(coder_account.link_generation, excluded.link_generation),
                link_began_at = CASE
                    WHEN coder_account.link_generation < excluded.link_generation THEN excluded.link_began_at
                    ELSE coder_account.link_began_at END,
                preprovision_consent = excluded.preprovision_consent
            WHERE coder_account.revision < excluded.revision""";

    private final Sql sql;

    AccountStore(Sql sql) {
        this.sql = sql;
    }

    /** @return whether it was newer than what was known */
    boolean keepIfNewer(CoderAccountEvent event) {
        return switch (event) {
            case Linked linked -> keep(linked, true, linked.linkGeneration(), linked.preprovisionConsent());
            // Not linked for all that is done here; what the user allows comes again with the new link.
            case RelinkRequired dead -> keep(dead, false, dead.linkGeneration(), false);
            case Unlinked unlinked -> keep(unlinked, false, 0, false);
        };
    }

    private boolean keep(CoderAccountEvent event, boolean linked, long generation, boolean consent) {
        return sql.change(KEEP_IF_NEWER, event.key(), event.revision(), linked, generation, event.occurredAt(), consent)
                == 1;
    }

    /** Those of the users who have linked an account and consent to pre-provisioning. */
    public List<UserRef> consenting(String deployment, Collection<UserRef> users) {
        return sql.rows(
                """
                SELECT key FROM coder_account
                WHERE key = ANY (?::text[]) AND linked AND preprovision_consent
                ORDER BY key""",
                AccountStore::userOf,
                users.stream().map(user -> deployment + "/" + user).toList());
    }

    /** The next users of a deployment, after one of them, who have linked an account and consent. */
    public List<UserRef> consentingAfter(String deployment, String after, int limit) {
        return sql.rows("""
                SELECT key FROM coder_account
                WHERE key > ? AND starts_with(key, ?) AND linked AND preprovision_consent
                ORDER BY key LIMIT ?""", AccountStore::userOf, deployment + "/" + after, deployment + "/", limit);
    }

    private static UserRef userOf(Row row) throws SQLException {
        return OwnerKey.parse(row.text("key")).owner();
    }

    /** Empty for a user who never linked, and for one whose link has not come through yet. */
    public Optional<Account> find(String deployment, UserRef user) {
        return sql.row(
                "SELECT linked, link_generation, link_began_at, preprovision_consent FROM coder_account WHERE key = ?",
                row -> new Account(
                        row.truth("linked"),
                        row.number("link_generation"),
                        row.instant("link_began_at"),
                        row.truth("preprovision_consent")),
                deployment + "/" + user);
    }
}
