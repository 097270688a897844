package dev.greenroom.catalogsync.repository;

import java.util.List;
import java.util.stream.Stream;

/**
 * Azure DevOps serves a repository under its older host, too, and under a shorter path where it has its project's name:
 * {@code ORGANIZATION.visualstudio.com[/DefaultCollection]/PROJECT/_git/NAME}, {@code
 * dev.azure.com/ORGANIZATION/_git/NAME}. Here it is {@code dev.azure.com/ORGANIZATION/PROJECT/_git/NAME}, which Git
 * clones. On a server of one's own nobody can tell a folder in front from a project, so an address stays as it is.
 */
final class AzureDevOps {
    private static final String HOST = "dev.azure.com";
    private static final String OLDER_HOST = ".visualstudio.com";
    private static final String GIT = "_git";
    static final int GIT_AND_NAME = 2;

    private AzureDevOps() {}

    /** {@code _git/NAME}, with which the address of a repository ends. */
    static boolean begins(List<String> path) {
        return path.size() >= GIT_AND_NAME && path.getFirst().equals(GIT);
    }

    static WebAddress inOneSpelling(WebAddress address) {
        var end = Math.max(0, address.path().size() - GIT_AND_NAME);
        return begins(address.path().subList(end, address.path().size())) ? withProject(atHost(address)) : address;
    }

    private static WebAddress atHost(WebAddress address) {
        if (!address.host().endsWith(OLDER_HOST)) {
            return address;
        }
        var organization = address.host().substring(0, address.host().length() - OLDER_HOST.length());
        var collection = address.path().getFirst().equalsIgnoreCase("DefaultCollection") ? 1 : 0;
        var path =
                Stream.concat(Stream.of(organization), address.path().stream().skip(collection));
        return new WebAddress(address.scheme(), HOST, address.port(), path.toList());
    }

    private static WebAddress withProject(WebAddress address) {
        var path = address.path();
        if (!address.host().equals(HOST)
                || path.size() != 1 + GIT_AND_NAME
                || path.getLast().equals(GIT)) {
            return address;
        }
        return address.with(List.of(path.getFirst(), path.getLast(), GIT, path.getLast()));
    }
}
