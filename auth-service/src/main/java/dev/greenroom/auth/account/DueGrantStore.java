package dev.greenroom.auth.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The grants with which something is to be done by now. Who goes through all of them, page by page, does so in the order
 * of their ids, so that none that fails is in the way of others. Everything here runs in the caller's transaction.
 */
@ApplicationScoped
class DueGrantStore implements PanacheRepositoryBase<Grant, UUID> {
    /** Before the first in the order of ids. */
    static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Those that are used, whose time to be refreshed has come and with which nobody is at it. */
    List<Grant> toRefresh(Instant now, int atMost) {
        return find(
                        "refreshAt <= ?1 and revokeAfter is null and (refreshLeaseUntil is null or refreshLeaseUntil < ?1)"
                                + " and (refreshRestUntil is null or refreshRestUntil < ?1)",
                        Sort.by("refreshAt"),
                        now)
                .page(0, atMost)
                .list();
    }

    /**
     * The next whose token was pasted, and ends.
     *
     * @param soon by when it ends where its users have not been told
     * @param now by when it ends where they have
     */
    List<Grant> ending(Instant soon, Instant now, UUID after, int atMost) {
        return find(
                        "sealedRefreshToken is null and not relinkRequired and expiresAt <= ?1"
                                + " and (not expiring or expiresAt <= ?2) and id > ?3",
                        Sort.by("id"),
                        soon,
                        now,
                        after)
                .page(0, atMost)
                .list();
    }

    /** The next that are to be revoked. */
    List<Grant> toRevoke(Instant now, UUID after, int atMost) {
        return find("revokeAfter <= ?1 and id > ?2", Sort.by("id"), now, after)
                .page(0, atMost)
                .list();
    }

    long countToRevoke(Instant now) {
        return count("revokeAfter <= ?1", now);
    }

    /** The next of all of a deployment. */
    List<UUID> idsAfter(UUID after, String deployment, int atMost) {
        return find("select id from Grant where deployment = ?1 and id > ?2", Sort.by("id"), deployment, after)
                .project(UUID.class)
                .page(0, atMost)
                .list();
    }
}
