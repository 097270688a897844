package dev.greenroom.auth.issuer;

import dev.greenroom.auth.seal.Place;
import dev.greenroom.auth.seal.Seal;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** The signing keys that all replicas share. */
@ApplicationScoped
class SigningKeyStore implements PanacheRepositoryBase<SigningKeyRow, Integer> {
    private static final String INSERT = """
            insert into signing_key (generation, kid, public_jwk, sealed_private_key, created_at)
            values (1, ?1, ?2, ?3, ?4) on conflict (generation) do nothing
            """;

    private final Seal seal;
    private final Clock clock;
    private final String deployment;

    SigningKeyStore(Seal seal, Clock clock, @ConfigProperty(name = "greenroom.deployment") String deployment) {
        this.seal = seal;
        this.clock = clock;
        this.deployment = deployment;
    }

    /** All keys, the newest first. Makes the first one, or takes that of the replica which was faster. */
    @Transactional
    List<KeyPairJwk> all() {
        var rows = listAll(Sort.descending("generation"));
        if (rows.isEmpty()) {
            insertFirst(KeyPairJwk.generate());
            rows = listAll(Sort.descending("generation"));
        }
        return rows.stream().map(this::open).toList();
    }

    private void insertFirst(KeyPairJwk key) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, key.kid())
                .setParameter(2, key.jwk().toJson(OutputControlLevel.PUBLIC_ONLY))
                .setParameter(3, seal.seal(key.json(), place(key.kid())))
                .setParameter(4, clock.instant())
                .executeUpdate();
    }

    private KeyPairJwk open(SigningKeyRow row) {
        return KeyPairJwk.parse(seal.open(row.sealedPrivateKey(), place(row.kid())));
    }

    private Place place(String kid) {
        return SigningKeyRow.placeOfPrivateKey(deployment, kid);
    }
}
