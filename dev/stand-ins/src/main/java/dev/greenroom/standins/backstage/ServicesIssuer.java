package dev.greenroom.standins.backstage;

import dev.greenroom.standins.backstage.tokens.TokenDraft;

/** The issuer of services' tokens, played by a second Backstage: what matters of it are its keys. */
public record ServicesIssuer(BackstageStandIn standIn) {
    private static final String ACCESS_TOKEN = "at+jwt";

    /** What its tokens say in {@code iss}. */
    public String issuer() {
        return standIn.url() + "/api/auth";
    }

    /** A good access token (RFC 9068), or one to be made wrong first. */
    public TokenDraft tokenFor(String client, String audience) {
        return standIn.tokenFor(client).typ(ACCESS_TOKEN).audience(audience);
    }
}
