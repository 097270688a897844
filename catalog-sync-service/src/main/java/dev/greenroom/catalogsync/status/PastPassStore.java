package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.pass.PassReport;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the last passes of each deployment, and no more of them. */
@ApplicationScoped
class PastPassStore implements PanacheRepository<PastPass> {
    static final int KEPT = 20;

    private static final Sort NEWEST_FIRST = Sort.descending("id");
    private static final String PRUNE = """
            delete from catalog_pass where deployment = ?1 and id <=
                (select id from catalog_pass where deployment = ?1 order by id desc offset ?2 limit 1)
            """;

    private final EntityStore entities;
    private final WhileLeading whileLeading;
    private final String deployment;

    PastPassStore(
            EntityStore entities,
            WhileLeading whileLeading,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.entities = entities;
        this.whileLeading = whileLeading;
        this.deployment = deployment;
    }

    /** Newest first. */
    List<PastPass> passes() {
        return QuarkusTransaction.requiringNew()
                .call(() -> find("deployment", NEWEST_FIRST, deployment).list());
    }

    Optional<PastPass> last() {
        return QuarkusTransaction.requiringNew().call(this::newest);
    }

    private Optional<PastPass> newest() {
        return find("deployment", NEWEST_FIRST, deployment).firstResultOptional();
    }

    /** Writes nothing where another replica leads by now. */
    void save(Lease lease, PassReport report, PassEnd end) {
        whileLeading.call(lease, () -> {
            var pass = new PastPass(deployment, report, end, entities.count(), newest());
            persistAndFlush(pass);
            getEntityManager()
                    .createNativeQuery(PRUNE)
                    .setParameter(1, deployment)
                    .setParameter(2, KEPT)
                    .executeUpdate();
            return pass;
        });
    }
}
