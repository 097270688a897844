package dev.greenroom.catalogsync.repository;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The web address of a repository: without branch, folder, {@code .git}, query, credentials or trailing slash, its
 * scheme and host in lower case. The path keeps its case, since most hosts distinguish it. Which repository it names,
 * beside all other spellings of it, is for {@link dev.greenroom.contracts.RepositoryUrl} to say.
 *
 * <p>For GitHub this is what Coder's own Backstage plugin makes of it (it cuts {@code /tree/BRANCH/}), so that
 * workspaces which that plugin created carry the same value. For the other hosts see {@link RepositoryPath}.
 */
public record RepositoryAddress(URI value) {
    private static final int NONE = -1;

    /**
     * Reads a web or clone address.
     *
     * @return empty where the text is no absolute http(s) address with a host and a path: an author writes it, and it
     *     ends up in links and in {@code git clone}
     */
    public static Optional<RepositoryAddress> parse(String text) {
        try {
            return of(new URI(text.strip()));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<RepositoryAddress> of(URI uri) throws URISyntaxException {
        if (uri.getScheme() == null || uri.getHost() == null || uri.getRawPath() == null) {
            return Optional.empty();
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var path = RepositoryPath.clean(host, uri.getRawPath());
        if (!List.of("http", "https").contains(scheme) || path.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RepositoryAddress(new URI(scheme + "://" + host + port(scheme, uri.getPort()) + path)));
    }

    private static String port(String scheme, int port) {
        var usual = scheme.equals("https") ? 443 : 80;
        return port == NONE || port == usual ? "" : ":" + port;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
