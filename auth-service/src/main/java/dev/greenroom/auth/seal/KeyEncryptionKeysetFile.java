package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;

/** The key that opens the keyset, in a file of its own: a Tink keyset for AEAD in the clear. */
record KeyEncryptionKeysetFile(Path file) implements KeyEncryptionKey {
    static final String PROPERTY = "greenroom.seal.key-encryption-keyset-file";

    /** @throws IllegalStateException with a sentence for the operator, where there is no such keyset */
    @Override
    public Aead aead() {
        return KeysetText.read(PROPERTY, file).clear().aead();
    }
}
