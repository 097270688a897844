package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Secrets;
import dev.greenroom.standins.leaks.Canary;
import java.util.Optional;

/** How client secrets, codes and refresh tokens are written: {@code coder_<prefix>_<secret>}. */
record PrefixedSecret(String prefix, String secret) {

    private static final int PREFIX_LENGTH = 10;
    private static final int SECRET_LENGTH = 40;

    /** @param kind what it is, for a search for leaks */
    static PrefixedSecret random(String kind) {
        PrefixedSecret secret = new PrefixedSecret(Secrets.random(PREFIX_LENGTH), Secrets.random(SECRET_LENGTH));
        Canary.note(kind + " of Coder", secret.secret());
        return secret;
    }

    static Optional<PrefixedSecret> parse(String text) {
        String[] parts = text.split("_", -1);
        return parts.length == 3 && parts[0].equals("coder") && !parts[1].isEmpty() && !parts[2].isEmpty()
                ? Optional.of(new PrefixedSecret(parts[1], parts[2]))
                : Optional.empty();
    }

    String hash() {
        return Secrets.hash(secret);
    }

    String text() {
        return "coder_" + prefix + "_" + secret;
    }

    @Override
    public String toString() {
        return "PrefixedSecret[" + prefix + "]";
    }
}
