package dev.greenroom.auth.seal;

import java.nio.charset.StandardCharsets;

/**
 * Where something sealed lies. It opens nowhere else: whoever can write the database can't move one user's token into
 * another's row.
 */
public record Place(String deployment, String row, String column) {

    /** The associated data. None of the three holds a NUL, so that no two places read alike. */
    byte[] associatedData() {
        return String.join("\0", deployment, row, column).getBytes(StandardCharsets.UTF_8);
    }
}
