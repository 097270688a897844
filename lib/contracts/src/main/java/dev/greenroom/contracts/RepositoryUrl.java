package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which repository a Git URL names, whatever the spelling: {@code https://GitHub.com/acme/pay.git},
 * {@code https://token@github.com/acme/pay/} and {@code git@github.com:acme/pay.git} are equal. Branches and folders
 * are not taken off: that is done where the catalog is read.
 *
 * @param host in lower case, with a port where HTTP needs one
 * @param path without slashes at its ends and without {@code .git}; its case counts, since it does for some hosts
 */
public record RepositoryUrl(String host, String path) {

    private static final Pattern URL = Pattern.compile(
            "(?<scheme>[a-z][a-z0-9+.-]*)://(?:[^@/?#]*@)?(?<host>\\[[0-9a-f:.]+]|[^:/?#@]+)(?::(?<port>\\d+))?/(?<path>[^?#]*)(?:[?#].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SCP = Pattern.compile("(?:[^@/:?#\\s]+@)(?<host>[^:/?#@\\s]+):(?<path>[^?#\\s]+)");
    private static final Pattern WEB = Pattern.compile("https?", Pattern.CASE_INSENSITIVE);

    /** Reads a URL or Git's {@code user@host:path}; empty for any other text, and where no repository is named. */
    public static Optional<RepositoryUrl> read(String text) {
        var url = URL.matcher(text.strip());
        if (url.matches()) {
            return of(host(url.group("scheme"), url.group("host"), url.group("port")), url.group("path"));
        }
        var scp = SCP.matcher(text.strip());
        return scp.matches() ? of(scp.group("host"), scp.group("path")) : Optional.empty();
    }

    /** Reads what {@link #toString()} wrote. */
    @JsonCreator
    public static RepositoryUrl parse(String text) {
        var slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("not a repository (host/path): " + text);
        }
        return new RepositoryUrl(text.substring(0, slash), text.substring(slash + 1));
    }

    private static Optional<RepositoryUrl> of(String host, String rawPath) {
        var path = rawPath.replaceAll("/{2,}", "/").replaceAll("^/+|/+$", "");
        path = path.endsWith(".git") ? path.substring(0, path.length() - ".git".length()) : path;
        return path.isEmpty() ? Optional.empty() : Optional.of(new RepositoryUrl(host.toLowerCase(Locale.ROOT), path));
    }

    private static String host(String scheme, String host, @Nullable String port) {
        var named = port == null
                || port.equals("80")
                || port.equals("443")
                || !WEB.matcher(scheme).matches();
        return named ? host : host + ":" + port;
    }

    @Override
    @JsonValue
    public String toString() {
        return host + "/" + path;
    }
}
