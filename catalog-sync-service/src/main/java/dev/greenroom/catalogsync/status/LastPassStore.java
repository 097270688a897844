package dev.greenroom.catalogsync.status;

import dev.greenroom.catalogsync.entity.EntityStore;
import dev.greenroom.catalogsync.lead.Lease;
import dev.greenroom.catalogsync.lead.WhileLeading;
import dev.greenroom.catalogsync.pass.PassReport;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the last pass, one row for each deployment. */
@ApplicationScoped
class LastPassStore implements PanacheRepositoryBase<LastPass, String> {
    private final EntityStore entities;
    private final WhileLeading whileLeading;
    private final String deployment;

    LastPassStore(
            EntityStore entities,
            WhileLeading whileLeading,
            @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.entities = entities;
        this.whileLeading = whileLeading;
        this.deployment = deployment;
    }

    Optional<LastPass> last() {
        return QuarkusTransaction.requiringNew().call(() -> findByIdOptional(deployment));
    }

    /** Writes nothing where another replica leads by now. */
    void save(Lease lease, PassReport report, PassEnd end) {
        whileLeading.call(lease, () -> {
            var pass = findByIdOptional(deployment).orElseGet(() -> new LastPass(deployment));
            pass.becomes(report, end, entities.count());
            persist(pass);
            return pass;
        });
    }
}
