package dev.greenroom.auth.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A keyset as it was found, in the clear or wrapped. What is wrong with it is an {@link IllegalStateException} with a
 * sentence for the operator; that has neither text nor cause, since Tink's and the parser's exceptions may quote.
 *
 * @param source where it was found, as the operator knows it
 */
record KeysetText(String source, String text) {

    static KeysetText read(String source, Path file) {
        try {
            return new KeysetText(source, Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalStateException("%s names %s, which can't be read as text (%s)."
                    .formatted(source, file.toAbsolutePath(), e.getClass().getSimpleName()));
        }
    }

    /** By the one field that Tink's JSON has only then; values are in base64, so that none looks like it. */
    boolean isWrapped() {
        return text.contains("\"encryptedKeyset\"");
    }

    Keyset clear() {
        try {
            return Keyset.parse(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(source + " is not a Tink keyset for AEAD in JSON, whose keys all have the"
                    + " prefix TINK; " + NewKeyset.class.getName() + " prints one.");
        }
    }

    Keyset unwrap(KeyEncryptionKey key) {
        try {
            return Keyset.unwrap(text, key.aead());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(("%s is wrapped, and the key-encryption key does not open it (%s): it is"
                            + " another key than wrapped it, or the keyset was changed.")
                    .formatted(source, e.getClass().getSimpleName()));
        }
    }

    @Override
    public String toString() {
        return "KeysetText[source=" + source + "]";
    }
}
