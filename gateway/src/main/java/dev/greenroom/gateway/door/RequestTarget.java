package dev.greenroom.gateway.door;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Finds request targets that two servers may read in two ways (RFC 9112, section 3.2; RFC 3986, section 3.3). We
 * route by the path, and the service behind us reads it again: a path that is refused here can't mean one thing to
 * us and another to them. No path of ours needs what is refused.
 */
final class RequestTarget {
    private static final Pattern ORIGIN_FORM = Pattern.compile("/[\\x21-\\x7e&&[^?#]]*(\\?[\\x21-\\x7e&&[^#]]*)?");
    private static final Pattern PATH_CHARACTERS = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=:@/-]*");
    private static final Pattern EMPTY_OR_DOT_SEGMENT = Pattern.compile("//|/\\.\\.?(?:/|$)");
    private static final Pattern OCTET = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String MAY_BE_ENCODED = " !\"$&'()*+,:<=>@[]^`{|}";

    private RequestTarget() {}

    /** Whether the target is a path, and perhaps a query, that can be read in one way only. */
    static boolean isPlain(String target) {
        if (!ORIGIN_FORM.matcher(target).matches()) {
            return false;
        }
        var path = target.split("\\?", 2)[0];
        return PATH_CHARACTERS.matcher(OCTET.matcher(path).replaceAll("")).matches()
                && !EMPTY_OR_DOT_SEGMENT.matcher(path).find()
                && OCTET.matcher(path).results().allMatch(octet -> mayBeEncoded(octet.group(1)));
    }

    /** Letters need no encoding, and an encoded dot, slash, percent sign or control character is a trick. */
    private static boolean mayBeEncoded(String hex) {
        return MAY_BE_ENCODED.indexOf(HexFormat.fromHexDigits(hex)) >= 0;
    }
}
