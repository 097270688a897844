package dev.greenroom.catalogsync.repository;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An http(s) address in one spelling (RFC 3986, section 6.2.2): scheme and host in lower case, no port where it is the
 * usual one, each character of the path as it is or percent-encoded as it has to be. Credentials, query and fragment are
 * left out: they say who asks, and for which branch or folder.
 *
 * @param port as {@code :8443}; empty for the usual one
 * @param path its segments, none of them empty
 */
record WebAddress(String scheme, String host, String port, List<String> path) {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(?<host>[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::(?<port>[0-9]{0,5}))?");
    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final Pattern NEEDS_NO_ENCODING = Pattern.compile("[A-Za-z0-9._~-]");
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\\\p{Cntrl}]");

    WebAddress {
        path = List.copyOf(path);
    }

    /** Empty for any other text, and for a path that climbs, whatever follows. */
    static Optional<WebAddress> read(String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                    ? of(new URI(new URI(text.strip()).toASCIIString()))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<WebAddress> of(URI uri) {
        if (uri.getScheme() == null || uri.getRawAuthority() == null) {
            return Optional.empty();
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        // Not by the URI's own host: that knows none with an underscore.
        var authority = AUTHORITY.matcher(uri.getRawAuthority().toLowerCase(Locale.ROOT));
        var path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(WebAddress::inOneSpelling)
                .toList();
        return authority.matches()
                        && List.of("http", "https").contains(scheme)
                        && path.stream().noneMatch(WebAddress::climbs)
                ? Optional.of(
                        new WebAddress(scheme, authority.group("host"), port(scheme, authority.group("port")), path))
                : Optional.empty();
    }

    private static String port(String scheme, String digits) {
        var usual = scheme.equals("https") ? 443 : 80;
        return digits == null || digits.isEmpty() || Integer.parseInt(digits) == usual
                ? ""
                : ":" + Integer.parseInt(digits);
    }

    private static String inOneSpelling(String segment) {
        return ENCODED.matcher(segment).replaceAll(encoded -> {
            var character = Character.toString(Integer.parseInt(encoded.group().substring(1), 16));
            return NEEDS_NO_ENCODING.matcher(character).matches()
                    ? character
                    : encoded.group().toUpperCase(Locale.ROOT);
        });
    }

    private static boolean climbs(String segment) {
        return segment.equals(".") || segment.equals("..");
    }

    /**
     * Whether there is a path, and one that whoever follows it reads as whoever checks it does. A branch may have an
     * encoded slash, and a repository none.
     */
    boolean namesAPlace() {
        return !path.isEmpty() && path.stream().noneMatch(segment -> climbs(segment) || hidesASeparator(segment));
    }

    private static boolean hidesASeparator(String segment) {
        return SEPARATOR
                .matcher(URLDecoder.decode(segment, StandardCharsets.UTF_8))
                .find();
    }

    WebAddress with(List<String> otherPath) {
        return new WebAddress(scheme, host, port, otherPath);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + port + "/" + String.join("/", path);
    }
}
