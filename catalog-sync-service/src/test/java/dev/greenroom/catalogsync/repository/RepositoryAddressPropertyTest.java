package dev.greenroom.catalogsync.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.RepositoryUrl;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RepositoryAddressPropertyTest {
    private static final String SECRET = "s3cr3t";

    /** A repository's address, and how its forge shows a branch and a folder of it: {@code %s} is such a path. */
    private record Shown(String repository, String view) {}

    private static final List<Shown> FORGES = List.of(
            new Shown("https://github.com/acme/pay", "https://github.com/acme/pay/tree/%s"),
            new Shown("https://ghe.example.com/acme/tree", "https://ghe.example.com/acme/tree/blob/%s"),
            new Shown("https://gitlab.com/a/b/c/pay", "https://gitlab.com/a/b/c/pay/-/tree/%s"),
            new Shown("https://git.example.com/a/b/pay", "https://git.example.com/a/b/pay/-/blob/%s"),
            new Shown("https://git.example.com/a/b/pay", "https://git.example.com/a/b/pay/tree/%s"),
            new Shown("https://bitbucket.org/acme/src", "https://bitbucket.org/acme/src/src/%s"),
            new Shown("https://bb.example.com/scm/k/blob", "https://bb.example.com/projects/K/repos/blob/browse/%s"),
            new Shown("https://bb.example.com/x/scm/~j/pay", "https://bb.example.com/x/users/j/repos/pay/raw/%s"),
            new Shown("https://dev.azure.com/o/p/_git/pay", "https://o.visualstudio.com/p/_git/pay?path=%s"),
            new Shown("https://dev.azure.com/o/pay/_git/pay", "https://dev.azure.com/o/_git/pay?version=GB%s"),
            new Shown("https://tfs.example.com/t/c/p/_git/raw", "https://tfs.example.com/t/c/p/_git/raw?path=%s"),
            new Shown("https://gitea.example.com/acme/src", "https://gitea.example.com/acme/src/src/branch/%s"),
            new Shown("https://gitea.example.com/src/tag", "https://gitea.example.com/src/tag/src/commit/%s"));

    @Property(tries = 2_000)
    void readsAnyTextWithoutAnException(@ForAll("texts") String text) {
        assertThat(RepositoryAddress.parse(text)).isEqualTo(RepositoryAddress.parse(text));
    }

    @Property(tries = 2_000)
    void changesNothingInWhatIsCleanAlready(@ForAll("texts") String text) {
        RepositoryAddress.parse(text)
                .ifPresent(once ->
                        assertThat(RepositoryAddress.parse(once.toString())).contains(once));
    }

    @Property(tries = 2_000)
    void isTheSameRepositoryForWhoeverComparesIt(@ForAll("texts") String text) {
        RepositoryAddress.parse(text)
                .ifPresent(clean -> assertThat(RepositoryUrl.read(clean + ".git/"))
                        .isPresent()
                        .isEqualTo(RepositoryUrl.read(clean.toString())));
    }

    @Property(tries = 2_000)
    void findsTheRepositoryWhateverBranchAndFolderAreShown(
            @ForAll("forges") Shown forge, @ForAll("branchesAndFolders") String path) {
        assertThat(parsed(forge.view().formatted(path))).contains(forge.repository());
    }

    @Property(tries = 2_000)
    void findsTheRepositoryInEachSpelling(@ForAll("forges") Shown forge, @ForAll("spellings") Spelling spelling) {
        assertThat(parsed(spelling.of(forge.repository()))).contains(forge.repository());
    }

    @Property(tries = 2_000)
    void keepsNoCredentials(@ForAll("texts") String text, @ForAll("credentials") String credentials) {
        var address =
                RepositoryAddress.parse(text.replaceFirst("://[^/@]*@?", "://" + credentials + "@h.example.com/"));

        assertThat(address.map(RepositoryAddress::toString).orElse("")).doesNotContain(SECRET);
        address.ifPresent(clean -> assertThat(clean.value().getRawAuthority()).startsWith("h.example.com"));
    }

    private static Optional<String> parsed(String text) {
        return RepositoryAddress.parse(text).map(RepositoryAddress::toString);
    }

    /** What may be around a repository's address without its being another one. */
    record Spelling(String credentials, boolean loud, String port, String ending) {
        String of(String repository) {
            var hostAndPath = repository.substring("https://".length());
            var slash = hostAndPath.indexOf('/');
            var host = hostAndPath.substring(0, slash);
            return (loud ? "HTTPS://" : "https://")
                    + credentials
                    + (loud ? host.toUpperCase() : host)
                    + port
                    + hostAndPath.substring(slash)
                    + ending;
        }
    }

    @Provide
    Arbitrary<Spelling> spellings() {
        return Combinators.combine(
                        Arbitraries.of("", "jane@", "jane:s3cr3t@", ":@"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", ":443", ":"),
                        Arbitraries.of("", "/", "//", ".git", ".git/", "?a=b", "#c", "/?at=x/y#z", ".git?x=/tree/y"))
                .as(Spelling::new);
    }

    @Provide
    Arbitrary<Shown> forges() {
        return Arbitraries.of(FORGES);
    }

    /** A branch at least, with slashes or without, and folders that are called as views are. */
    @Provide
    Arbitrary<String> branchesAndFolders() {
        return Arbitraries.oneOf(segments(), Arbitraries.of("feature%2Fx", "v1.0", "x.git", "projects", "_git"))
                .filter(segment -> !segment.isEmpty() && !segment.startsWith(".") && !segment.contains("%2e"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(list -> String.join("/", list));
    }

    @Provide
    Arbitrary<String> credentials() {
        return Arbitraries.of(SECRET, "jane:" + SECRET, SECRET + ":x-oauth-basic", "a%40b:" + SECRET, ":" + SECRET);
    }

    /** Any text, and addresses of all shapes far more often than chance would have them. */
    @Provide
    Arbitrary<String> texts() {
        var hosts = Arbitraries.of(
                "github.com",
                "bitbucket.org",
                "GitLab.example.com:443",
                "u:p@h",
                "dev.azure.com",
                "a.VisualStudio.com",
                "[::1]:81",
                "x_y");
        var paths = segments().list().ofMaxSize(8).map(list -> String.join("/", list));
        var addresses = Combinators.combine(Arbitraries.of("https://", "HTTP://"), hosts, paths)
                .as((scheme, host, path) -> scheme + host + "/" + path);
        var any = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                // Halves of surrogate pairs, which have no UTF-8, among others.
                Arbitraries.strings().withCharRange('\uD7F0', '\uE00F').ofMaxLength(3));
        return Arbitraries.oneOf(
                any, any.map(text -> "https://" + text), any.map(text -> "https://h/" + text), addresses);
    }

    private static Arbitrary<String> segments() {
        return Arbitraries.oneOf(
                Arbitraries.of("tree", "blob", "src", "branch", "-", "_git", "projects", "users", "repos", "scm"),
                Arbitraries.of("x.git", ".git", "..git", "...git", "%2e.git", "", ".", "a", "%7Ea", "%C3%A9", "é"),
                Arbitraries.of("DefaultCollection", "a%2Fb", "%2e%2e", "%5c"),
                Arbitraries.strings().alpha().ofMaxLength(4));
    }
}
