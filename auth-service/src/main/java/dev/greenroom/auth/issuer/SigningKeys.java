package dev.greenroom.auth.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys as this replica has read them; read once, when they are first needed. */
@ApplicationScoped
class SigningKeys {
    private final SigningKeyStore store;
    private volatile @Nullable List<KeyPairJwk> keys;

    SigningKeys(SigningKeyStore store) {
        this.store = store;
    }

    /** All that tokens may be signed with, the newest first. */
    List<KeyPairJwk> all() {
        var known = keys;
        if (known == null) {
            known = store.all();
            keys = known;
        }
        return known;
    }

    /** The one that signs. */
    KeyPairJwk current() {
        return all().getFirst();
    }
}
