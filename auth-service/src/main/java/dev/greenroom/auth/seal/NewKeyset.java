package dev.greenroom.auth.seal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Prints a fresh keyset for {@code greenroom.seal.keyset}, or for a key-encryption keyset: one AES-256-GCM key, as JSON
 * on one line. With the path of a key-encryption keyset it is wrapped by that.
 */
public final class NewKeyset {
    private NewKeyset() {}

    public static void main(String[] args) throws GeneralSecurityException {
        IO.println(
                switch (args.length) {
                    case 0 -> json();
                    case 1 -> wrapped(Path.of(args[0]));
                    default -> throw new IllegalArgumentException("NewKeyset [KEY_ENCRYPTION_KEYSET_FILE]");
                });
    }

    /** The keyset as it is to be given to the service: in the clear, so a secret itself. */
    public static String json() throws GeneralSecurityException {
        return Keyset.generate().json();
    }

    /** The keyset as it may lie about: nothing without the other. */
    static String wrapped(Path keyEncryptionKeyset) throws GeneralSecurityException {
        return Keyset.generate().wrapped(new KeyEncryptionKeysetFile(keyEncryptionKeyset).aead());
    }
}
