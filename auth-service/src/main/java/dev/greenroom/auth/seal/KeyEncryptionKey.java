package dev.greenroom.auth.seal;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * Opens the keyset where that is wrapped. A CDI bean of this type, in a jar that auth-service is built with, takes the
 * place of {@code greenroom.seal.key-encryption-keyset-file}: for a key that never leaves a KMS.
 */
public interface KeyEncryptionKey {

    /**
     * Asked once, at the start. The wrapped keyset was made by {@code
     * TinkJsonProtoKeysetFormat.serializeEncryptedKeyset} with the associated data {@code greenroom.seal.keyset}.
     *
     * @throws GeneralSecurityException where the key can't be had; the service does not start, and tells the
     *     exception's class only, so log here what an operator has to know
     */
    Aead aead() throws GeneralSecurityException;
}
