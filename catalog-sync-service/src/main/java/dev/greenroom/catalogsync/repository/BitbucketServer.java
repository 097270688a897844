package dev.greenroom.catalogsync.repository;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Bitbucket Server (Data Center) shows a repository at {@code /projects/KEY/repos/NAME}, or {@code
 * /users/USER/repos/NAME} for one of a user's own, where Git can't clone it. It is cloned at {@code /scm/key/NAME} and
 * {@code /scm/~user/NAME}, which is its address here; a key has no case, and stands there in lower case.
 */
final class BitbucketServer {
    private static final String PROJECTS = "projects";
    private static final String USERS = "users";
    static final int PLACE_AND_NAME = 4;

    private BitbucketServer() {}

    /** {@code projects/KEY/repos/NAME}, with which the address of a repository ends. */
    static boolean begins(List<String> path) {
        return path.size() >= PLACE_AND_NAME
                && List.of(PROJECTS, USERS).contains(path.getFirst())
                && path.get(2).equals("repos");
    }

    static WebAddress inOneSpelling(WebAddress address) {
        var path = address.path();
        var inFront = Math.max(0, path.size() - PLACE_AND_NAME);
        var repository = path.subList(inFront, path.size());
        if (!begins(repository)) {
            return address;
        }
        var key = (repository.getFirst().equals(USERS) ? "~" : "") + repository.get(1);
        return address.with(Stream.concat(
                        path.subList(0, inFront).stream(),
                        Stream.of("scm", key.toLowerCase(Locale.ROOT), repository.getLast()))
                .toList());
    }
}
