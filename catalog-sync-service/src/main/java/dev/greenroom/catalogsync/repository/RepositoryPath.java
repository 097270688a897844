package dev.greenroom.catalogsync.repository;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the repository ends in a path, by the shapes in which forges show branches and folders. A shape is taken from
 * the path where it is unmistakable, since most forges are self-hosted; only Bitbucket Cloud's needs the host.
 */
final class RepositoryPath {
    private static final String GIT = ".git";
    private static final String BITBUCKET_CLOUD = "bitbucket.org";
    private static final Set<String> GITHUB_VIEWS = Set.of("tree", "blob", "raw", "edit", "blame");
    private static final Set<String> GITEA_REFS = Set.of("branch", "tag", "commit");
    private static final int OWNER_AND_NAME = 2;

    private RepositoryPath() {}

    /** The path of the repository, such as {@code /acme/payments}; empty where there is none. */
    static String clean(String host, String rawPath) {
        var path = Arrays.stream(rawPath.split("/")).filter(s -> !s.isEmpty()).toList();
        for (var cut = cut(host, path); !cut.equals(path); cut = cut(host, path)) {
            // A cut may uncover another ending (x.git/tree/main): go on until there is none.
            path = cut;
        }
        return path.isEmpty() || path.stream().anyMatch(RepositoryPath::climbs) ? "" : "/" + String.join("/", path);
    }

    private static List<String> cut(String host, List<String> path) {
        return withoutGit(path.subList(0, end(host, path)));
    }

    private static int end(String host, List<String> path) {
        for (int at = 1; at < path.size(); at++) {
            if (gitlab(path, at) || github(path, at) || gitea(path, at) || bitbucketCloud(host, path, at)) {
                return at;
            }
            if (azure(path, at) || bitbucketServer(path, at)) {
                return at + 1;
            }
        }
        return path.size();
    }

    /** {@code /GROUP/…/NAME/-/tree/BRANCH/…}: a dash alone is no name at GitLab. */
    private static boolean gitlab(List<String> path, int at) {
        return path.get(at).equals("-") && at >= OWNER_AND_NAME;
    }

    /** {@code /OWNER/NAME/tree/BRANCH/…}; older GitLabs have groups in front. */
    private static boolean github(List<String> path, int at) {
        return at >= OWNER_AND_NAME && at + 1 < path.size() && GITHUB_VIEWS.contains(path.get(at));
    }

    /** {@code /OWNER/NAME/src/branch/BRANCH/…}. */
    private static boolean gitea(List<String> path, int at) {
        return at >= OWNER_AND_NAME
                && at + 1 < path.size()
                && path.get(at).equals("src")
                && GITEA_REFS.contains(path.get(at + 1));
    }

    /** {@code /WORKSPACE/NAME/src/BRANCH/…}. */
    private static boolean bitbucketCloud(String host, List<String> path, int at) {
        return host.equals(BITBUCKET_CLOUD)
                && at == OWNER_AND_NAME
                && path.get(at).equals("src");
    }

    /** {@code /ORGANIZATION/PROJECT/_git/NAME?path=…&version=…}. */
    private static boolean azure(List<String> path, int at) {
        return path.get(at - 1).equals("_git");
    }

    /** {@code /projects/KEY/repos/NAME/browse/…?at=…}, and {@code /users/…} for personal ones. */
    private static boolean bitbucketServer(List<String> path, int at) {
        return at >= 3
                && path.get(at - 1).equals("repos")
                && (path.get(at - 3).equals("projects") || path.get(at - 3).equals("users"));
    }

    private static List<String> withoutGit(List<String> path) {
        if (path.isEmpty() || !path.getLast().endsWith(GIT)) {
            return path;
        }
        var parents = path.subList(0, path.size() - 1);
        var name = path.getLast().substring(0, path.getLast().length() - GIT.length());
        return name.isEmpty()
                ? parents
                : Stream.concat(parents.stream(), Stream.of(name)).toList();
    }

    /** A path that climbs would be read otherwise by whoever follows it than by whoever checks it. */
    private static boolean climbs(String segment) {
        var plain = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        return plain.equals(".") || plain.equals("..");
    }
}
