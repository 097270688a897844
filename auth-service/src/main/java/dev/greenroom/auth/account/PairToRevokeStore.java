package dev.greenroom.auth.account;

import dev.greenroom.auth.coder.RefreshToken;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pairs that no grant has and that are still to be revoked. Everything here runs in the caller's transaction. */
@ApplicationScoped
class PairToRevokeStore implements PanacheRepositoryBase<PairToRevoke, UUID> {
    private final Seal seal;
    private final Clock clock;
    private final String deployment;

    PairToRevokeStore(Seal seal, Clock clock, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.seal = seal;
        this.clock = clock;
        this.deployment = deployment;
    }

    void add(RefreshToken token) {
        var id = UUID.randomUUID();
        var sealed = seal.sealText(token.value(), PairToRevoke.REFRESH_TOKEN.placeOf(deployment, id));
        persist(new PairToRevoke(id, deployment, sealed, clock.instant()));
    }

    /** The next after one of them, in the order of their ids. */
    List<PairToRevoke> next(UUID after, int atMost) {
        return find("id > ?1", Sort.by("id"), after).page(0, atMost).list();
    }

    /** @throws IllegalStateException where no key opens it */
    RefreshToken open(PairToRevoke pair) {
        return new RefreshToken(seal.openText(pair.sealedRefreshToken(), pair.placeOfRefreshToken()));
    }
}
