package dev.greenroom.contracts;

import java.util.regex.Pattern;

/**
 * The name of one of several Backstage environments; the one that was there first has none. It is a DNS label (RFC 1123,
 * section 2.1) in lower case.
 *
 * @throws IllegalArgumentException where the name is none
 */
public record Environment(String name) {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public Environment {
        if (!LABEL.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "not an environment's name (1 to 63 of a-z, 0-9 and -, no - at its ends): " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
