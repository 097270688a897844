package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;

/**
 * Seals and opens what may not be read in the database. A key that is added and made primary seals from then on, and
 * what older keys of the keyset sealed still opens.
 */
@Startup
@Singleton
public class Seal {
    private static final String NO_KEYSET = "greenroom.seal.keyset is not set, so that Coder's tokens can't be sealed. "
            + "Make a keyset once with `java -cp 'lib/main/*:app/*' " + NewKeyset.class.getName()
            + "` in the service's folder, keep it as a secret, and give the same to every replica.";
    private static final String BAD_KEYSET = "greenroom.seal.keyset is not a Tink keyset for AEAD in JSON; "
            + NewKeyset.class.getName() + " prints one.";

    private final Aead aead;

    Seal(SealConfig config) {
        aead = aeadOf(config.keyset().orElseThrow(() -> new IllegalStateException(NO_KEYSET)));
    }

    private static Aead aeadOf(String keyset) {
        try {
            AeadConfig.register();
            return TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException | RuntimeException e) {
            // Without its cause, which may quote the keyset.
            throw new IllegalStateException(BAD_KEYSET);
        }
    }

    public byte[] seal(byte[] secret, Place place) {
        try {
            return aead.encrypt(secret, place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("can't seal for " + place, e);
        }
    }

    /** @throws IllegalStateException where no key of the keyset opens it, or it was sealed for another place */
    public byte[] open(byte[] sealed, Place place) {
        try {
            return aead.decrypt(sealed, place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key of greenroom.seal.keyset opens " + place, e);
        }
    }
}
