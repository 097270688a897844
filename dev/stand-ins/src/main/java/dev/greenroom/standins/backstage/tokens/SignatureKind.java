package dev.greenroom.standins.backstage.tokens;

/** How a token is signed: as Backstage does, or in one of the ways by which forgers try to get past a check. */
public enum SignatureKind {
    ES256("ES256"),
    /** Not at all. */
    NONE("none"),
    /** By HMAC with the encoded public key, which everybody has, as the secret. */
    HS256_WITH_PUBLIC_KEY("HS256"),
    /** By an RSA key that nobody published. */
    RS256("RS256");

    private final String algorithm;

    SignatureKind(String algorithm) {
        this.algorithm = algorithm;
    }

    String algorithm() {
        return algorithm;
    }
}
