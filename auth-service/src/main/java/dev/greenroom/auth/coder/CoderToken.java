package dev.greenroom.auth.coder;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An API token or session token of Coder's: {@code id-secret}. It never shows itself in a log or an error. */
public record CoderToken(String value) {
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7E]{1,512}");

    /** @throws IllegalArgumentException where it can't be sent in a header */
    public CoderToken {
        if (!HEADER_SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a token of Coder's");
        }
    }

    @JsonCreator
    public static CoderToken of(String value) {
        return new CoderToken(value.strip());
    }

    @Override
    @JsonValue
    public String value() {
        return value;
    }

    /** Under which id Coder knows the key: what stands before the first hyphen (recordings 02-oauth2/71). */
    String keyId() {
        var hyphen = value.indexOf('-');
        return hyphen < 0 ? value : value.substring(0, hyphen);
    }

    @Override
    public String toString() {
        return "CoderToken[redacted]";
    }
}
