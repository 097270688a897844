package dev.greenroom.auth.account;

import dev.greenroom.auth.seal.SealedColumn;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where Coder's tokens lie sealed. */
class TokenColumns {

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

    @Produces
    @Singleton
    SealedColumn refreshTokenToRevoke() {
        return PairToRevoke.REFRESH_TOKEN;
    }
}
