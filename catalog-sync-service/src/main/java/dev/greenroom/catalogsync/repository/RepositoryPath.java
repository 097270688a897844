package dev.greenroom.catalogsync.repository;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the repository ends in a path, by the shapes in which forges show branches and folders. A shape is taken from
 * the path, since most forges are self-hosted; only of some hosts it is known that a repository is {@code OWNER/NAME}
 * and nothing else.
 *
 * <p>Where a path could be read in several ways, the shape that begins first wins: behind it there are branches and
 * folders, which may be called anything, and in front of it names, which forges keep from being called as their own
 * views. A view takes two names in front at least, and something behind, so repositories that are called {@code tree} or
 * {@code src} stay whole. {@code /OWNER/NAME/src/FOLDER} is a view of Bitbucket Cloud's at its own host only: elsewhere
 * it may be a group of GitLab's.
 */
final class RepositoryPath {
    private static final String GIT = ".git";
    private static final Pattern GITS = Pattern.compile("(\\.git)++$");
    private static final Set<String> HOSTS_OF_OWNERS_AND_NAMES =
            Set.of("github.com", "bitbucket.org", "codeberg.org", "gitea.com");
    private static final int OWNER_AND_NAME = 2;
    private static final Set<String> VIEWS = Set.of("tree", "blob", "raw", "edit", "blame");
    private static final Set<String> GITEA_REFS = Set.of("branch", "tag", "commit");

    private RepositoryPath() {}

    /** The path of the repository, such as {@code acme, payments}. */
    static List<String> clean(String host, List<String> path) {
        return withoutGit(path.subList(0, end(host, path)));
    }

    private static int end(String host, List<String> path) {
        if (HOSTS_OF_OWNERS_AND_NAMES.contains(host)) {
            return Math.min(OWNER_AND_NAME, path.size());
        }
        for (int at = 0; at < path.size(); at++) {
            var rest = path.subList(at, path.size());
            var names = at < OWNER_AND_NAME ? repository(rest) : repositoryOrView(rest);
            if (names.isPresent()) {
                return at + names.getAsInt();
            }
        }
        return path.size();
    }

    /** How many segments of this end of a path are still the repository's; empty where no shape begins here. */
    private static OptionalInt repository(List<String> rest) {
        if (AzureDevOps.begins(rest)) {
            return OptionalInt.of(AzureDevOps.GIT_AND_NAME);
        }
        if (BitbucketServer.begins(rest)) {
            return OptionalInt.of(BitbucketServer.PLACE_AND_NAME);
        }
        // No forge takes that ending into a name.
        return rest.getFirst().endsWith(GIT) ? OptionalInt.of(1) : OptionalInt.empty();
    }

    private static OptionalInt repositoryOrView(List<String> rest) {
        return gitlab(rest) || view(rest) || gitea(rest) ? OptionalInt.of(0) : repository(rest);
    }

    /** {@code /GROUP/…/NAME/-/tree/BRANCH/…}: a dash alone is no name at GitLab. */
    private static boolean gitlab(List<String> rest) {
        return rest.getFirst().equals("-");
    }

    /** {@code /OWNER/NAME/tree/BRANCH/…} of GitHub; older GitLabs have groups in front. */
    private static boolean view(List<String> rest) {
        return rest.size() > 1 && VIEWS.contains(rest.getFirst());
    }

    /** {@code /OWNER/NAME/src/branch/BRANCH/…} of Gitea and Forgejo. */
    private static boolean gitea(List<String> rest) {
        return rest.size() > 1 && rest.getFirst().equals("src") && GITEA_REFS.contains(rest.get(1));
    }

    private static List<String> withoutGit(List<String> path) {
        if (path.isEmpty() || !path.getLast().endsWith(GIT)) {
            return path;
        }
        var parents = path.subList(0, path.size() - 1);
        var name = GITS.matcher(path.getLast()).replaceFirst("");
        return name.isEmpty()
                ? parents
                : Stream.concat(parents.stream(), Stream.of(name)).toList();
    }
}
