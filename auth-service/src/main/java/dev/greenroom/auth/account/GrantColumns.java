package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the grants' tokens lie sealed. */
class GrantColumns {

    @Produces
    @Singleton
    SealedColumn token() {
        return Grant.TOKEN;
    }

    /** Null for a token that was pasted. */
    @Produces
    @Singleton
    SealedColumn refreshToken() {
        return Grant.REFRESH_TOKEN;
    }
}
