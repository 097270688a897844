package dev.greenroom.identity;

import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.tokens.TokenDraft;

/** The issuer of services' tokens, played by a second stand-in: what matters of it are its keys. */
record ServicesIssuer(BackstageStandIn standIn) {
    static final String AUDIENCE = "orders-service";

    String issuer() {
        return standIn.url() + "/api/auth";
    }

    /** A token that this service takes, to be made wrong. */
    TokenDraft tokenFor(String service) {
        return standIn.tokenFor(service).typ(CallerKind.SERVICE.type()).audience(AUDIENCE);
    }
}
