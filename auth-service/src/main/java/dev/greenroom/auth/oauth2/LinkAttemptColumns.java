package dev.greenroom.auth.oauth2;

import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the verifiers of attempts to link lie sealed, until Coder is heard. */
class LinkAttemptColumns {

    @Produces
    @Singleton
    SealedColumn verifier() {
        return LinkAttempt.VERIFIER;
    }
}
