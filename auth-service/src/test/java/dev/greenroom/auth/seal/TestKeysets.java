package dev.greenroom.auth.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.greenroom.standins.leaks.Canary;
import java.security.GeneralSecurityException;

/**
 * A keyset in the middle of a rotation, as the service under test has it, wrapped; and what it was before and will be
 * after, each with one of its two keys.
 */
public record TestKeysets(String keyEncryptionKeyset, String wrapped) {

    public static TestKeysets generate() {
        try {
            var key = Keyset.generate();
            var keyset = withNewPrimary(Keyset.generate());
            // The other is the test's own, and stands in reports of failed tests among its system properties.
            Canary.noteKeyset(keyset.json());
            return new TestKeysets(key.json(), keyset.wrapped(key.aead()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Keyset withNewPrimary(Keyset keyset) {
        try {
            return new Keyset(KeysetHandle.newBuilder(keyset.handle())
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Seal both() {
        return new Seal(keyset());
    }

    /** Seals as a replica that does not have the new primary key yet. */
    Seal older() {
        return only(0);
    }

    /** Opens what is left when the older key is deleted. */
    Seal newer() {
        return only(1);
    }

    private Seal only(int index) {
        try {
            var builder = KeysetHandle.newBuilder(keyset().handle());
            builder.getAt(index).makePrimary();
            builder.deleteAt(1 - index);
            return new Seal(new Keyset(builder.build()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Keyset keyset() {
        try {
            return Keyset.unwrap(wrapped, Keyset.parse(keyEncryptionKeyset).aead());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
