package dev.greenroom.catalogsync.repository;

import java.net.URI;
import java.util.Optional;

/**
 * The web address of a repository, by which Git clones it too: without branch, folder, {@code .git}, query, credentials
 * or trailing slash, its scheme and host in lower case. The path keeps its case, since most hosts distinguish it. Which
 * repository it names, beside all other spellings of it, is for {@link dev.greenroom.contracts.RepositoryUrl} to say.
 *
 * <p>For GitHub this is what Coder's own Backstage plugin makes of it (it cuts {@code /tree/BRANCH/}), so that
 * workspaces which that plugin created carry the same value. Where the repository ends at the other hosts is said in
 * {@link RepositoryPath}; those that have several addresses for it have one here, see {@link AzureDevOps} and {@link
 * BitbucketServer}.
 */
public record RepositoryAddress(URI value) {

    /**
     * Reads a web or clone address.
     *
     * @return empty where the text is no absolute http(s) address with a host and a path: an author writes it, and it
     *     ends up in links and in {@code git clone}
     */
    public static Optional<RepositoryAddress> parse(String text) {
        return WebAddress.read(text)
                .map(RepositoryAddress::repository)
                .filter(WebAddress::namesAPlace)
                .map(repository -> new RepositoryAddress(URI.create(repository.toString())));
    }

    private static WebAddress repository(WebAddress address) {
        var cut = address.with(RepositoryPath.clean(address.host(), address.path()));
        var repository = AzureDevOps.inOneSpelling(BitbucketServer.inOneSpelling(cut));
        // A cut may uncover another ending (a view of x.git): go on until there is none.
        return repository.equals(address) ? address : repository(repository);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
