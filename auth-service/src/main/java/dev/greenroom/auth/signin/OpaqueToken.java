package dev.greenroom.auth.signin;

import dev.greenroom.auth.oauth2.Secret;
import java.util.Optional;

/** What a session's client holds in place of Coder's tokens: a kind, and random bits that say nothing. */
record OpaqueToken(Kind kind, Secret secret) {

    /** The beginning tells people, and tools that search for secrets, what they have found. */
    enum Kind {
        ACCESS("greenroom_access_"),
        REFRESH("greenroom_refresh_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    static OpaqueToken fresh(Kind kind) {
        return new OpaqueToken(kind, Secret.fresh());
    }

    /** Empty where it is no token of this kind. */
    static Optional<OpaqueToken> parse(Kind kind, String text) {
        return text.startsWith(kind.prefix)
                ? Optional.of(new OpaqueToken(kind, new Secret(text.substring(kind.prefix.length()))))
                : Optional.empty();
    }

    String text() {
        return kind.prefix + secret.value();
    }

    /** By which it is found again, and from which it can't be made. */
    byte[] hash() {
        return secret.hash();
    }

    @Override
    public String toString() {
        return "OpaqueToken[" + kind + "]";
    }
}
