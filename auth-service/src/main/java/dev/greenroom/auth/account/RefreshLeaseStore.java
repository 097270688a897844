package dev.greenroom.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;

/**
 * Who may refresh a grant's tokens now, on the database's clock, over all replicas. Everything here runs in the caller's
 * transaction.
 */
@ApplicationScoped
class RefreshLeaseStore {
    private static final String TAKE = """
            update coder_grant set refresh_lease_until = clock_timestamp() + ?1 * interval '1 millisecond'
            where id = ?2 and generation = ?3 and not relink_required and sealed_refresh_token is not null
                and (refresh_lease_until is null or refresh_lease_until < clock_timestamp())
                and (refresh_rest_until is null or refresh_rest_until < clock_timestamp())
            """;
    private static final String REST = """
            update coder_grant set refresh_lease_until = null,
                refresh_rest_until = clock_timestamp() + ?1 * interval '1 millisecond'
            where id = ?2 and generation = ?3
            """;

    private final EntityManager database;

    RefreshLeaseStore(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes the right to refresh these very tokens, for a while.
     *
     * @return false where somebody has it, or the tokens are others by now
     */
    boolean take(UUID grant, long generation, Duration time) {
        return update(TAKE, grant, generation, time) == 1;
    }

    /** Gives the right back, and lets nobody have it for so long: nothing was heard of Coder. */
    void rest(UUID grant, long generation, Duration time) {
        update(REST, grant, generation, time);
    }

    private int update(String sql, UUID grant, long generation, Duration time) {
        return database.createNativeQuery(sql)
                .setParameter(1, time.toMillis())
                .setParameter(2, grant)
                .setParameter(3, generation)
                .executeUpdate();
    }
}
