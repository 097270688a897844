package dev.greenroom.auth.lending;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The record of all loans, for as long as it is kept. Everything here runs in the caller's transaction. */
@ApplicationScoped
class LoanStore implements PanacheRepository<LoanRecord> {
    /** Rows that another replica is just deleting are left to it. */
    private static final String FORGET = """
            delete from loan where id in
                (select id from loan where lent_at < ?1 order by lent_at limit ?2 for update skip locked)
            """;

    /** The borrower's loan; empty where it is another's, or not known any more. */
    Optional<LoanRecord> find(long id, String borrower) {
        return find("id = ?1 and borrower = ?2", id, borrower).firstResultOptional();
    }

    /** Deletes the oldest loans from before then, and not more than so many; returns how many. */
    int forgetBefore(Instant then, int most) {
        return getEntityManager()
                .createNativeQuery(FORGET)
                .setParameter(1, then)
                .setParameter(2, most)
                .executeUpdate();
    }
}
