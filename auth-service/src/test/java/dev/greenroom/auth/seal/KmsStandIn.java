package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator's extension would be, with the key in the configuration instead of in a KMS. */
@ApplicationScoped
class KmsStandIn implements KeyEncryptionKey {
    private final String keyset;

    KmsStandIn(@ConfigProperty(name = "greenroom.kms-stand-in.keyset") String keyset) {
        this.keyset = keyset;
    }

    @Override
    public Aead aead() throws GeneralSecurityException {
        return Keyset.parse(keyset).aead();
    }
}
