package dev.greenroom.auth.seal;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** With what secrets are sealed. */
@ConfigMapping(prefix = "greenroom.seal")
interface SealConfig {

    /** A Tink keyset for AEAD, as JSON; the primary key seals, every key unseals. {@link NewKeyset} prints a fresh one. */
    Optional<String> keyset();
}
