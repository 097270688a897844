package dev.greenroom.auth.coder;

/** With which Coder gives the next pair of tokens, once (recordings 02-oauth2/59 to 62). It never shows itself. */
public record RefreshToken(String value) {

    @Override
    public String toString() {
        return "RefreshToken[redacted]";
    }
}
