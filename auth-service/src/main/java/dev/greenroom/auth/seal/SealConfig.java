package dev.greenroom.auth.seal;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** With what secrets are sealed. Exactly one of the first two is set. */
@ConfigMapping(prefix = "greenroom.seal")
interface SealConfig {

    /** A Tink keyset for AEAD, as JSON; the primary key seals, every key opens. {@link NewKeyset} prints a fresh one. */
    Optional<String> keyset();

    /** A file with such a keyset. */
    Optional<Path> keysetFile();

    /**
     * A file with the keyset that opens the other, which then is to be wrapped: so that neither place alone is enough.
     * A KMS may do the same by a {@link KeyEncryptionKey} of its own.
     */
    Optional<Path> keyEncryptionKeysetFile();
}
