package dev.greenroom.catalogsync.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.RepositoryUrl;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # GitHub, as the existing plugin cleans it
            https://github.com/acme/payments                               | https://github.com/acme/payments
            https://github.com/acme/payments/tree/main/                    | https://github.com/acme/payments
            https://github.com/acme/payments/tree/release_1.2-x            | https://github.com/acme/payments
            # and where the existing plugin gives up
            https://github.com/acme/payments/tree/feature/a/b              | https://github.com/acme/payments
            https://github.com/acme/payments/tree/main/services/billing/   | https://github.com/acme/payments
            https://github.com/acme/payments/blob/main/catalog-info.yaml   | https://github.com/acme/payments
            https://ghe.example.com/acme/payments/tree/main                | https://ghe.example.com/acme/payments
            https://github.com/acme/tree                                   | https://github.com/acme/tree
            https://github.com/acme/tree/tree/main                         | https://github.com/acme/tree
            # GitLab
            https://gitlab.com/acme/team/payments/-/tree/main/             | https://gitlab.com/acme/team/payments
            https://gitlab.example.com/a/b/c/-/blob/feature/x/info.yaml    | https://gitlab.example.com/a/b/c
            https://gitlab.com/acme/payments/-/tree/main?ref_type=heads    | https://gitlab.com/acme/payments
            https://gitlab.com/acme/team/payments/tree/main                | https://gitlab.com/acme/team/payments
            # Bitbucket
            https://bitbucket.org/acme/payments/src/main/                  | https://bitbucket.org/acme/payments
            https://bitbucket.org/acme/payments/src/feature/x/services     | https://bitbucket.org/acme/payments
            https://bitbucket.org/acme/src                                 | https://bitbucket.org/acme/src
            https://bb.example.com/projects/PAY/repos/payments/browse      | https://bb.example.com/projects/PAY/repos/payments
            https://bb.example.com/projects/PAY/repos/payments/browse/a/b?at=refs%2Fheads%2Fx | https://bb.example.com/projects/PAY/repos/payments
            https://bb.example.com/git/users/jane/repos/dots/browse        | https://bb.example.com/git/users/jane/repos/dots
            # Azure DevOps
            https://dev.azure.com/acme/Shop/_git/payments?path=/a&version=GBmain | https://dev.azure.com/acme/Shop/_git/payments
            https://acme@dev.azure.com/acme/My%20Shop/_git/payments        | https://dev.azure.com/acme/My%20Shop/_git/payments
            https://acme.visualstudio.com/Shop/_git/payments?version=GBa   | https://acme.visualstudio.com/Shop/_git/payments
            # Gitea
            https://gitea.example.com/acme/payments/src/branch/main/       | https://gitea.example.com/acme/payments
            https://gitea.example.com/acme/payments/src/tag/v1/a           | https://gitea.example.com/acme/payments
            https://gitea.example.com/acme/payments/src/commit/0c3a0fb5    | https://gitea.example.com/acme/payments
            # A folder named src is no view of one at a host that isn't known for it
            https://gitlab.com/acme/payments/src/app                       | https://gitlab.com/acme/payments/src/app
            # Spellings
            HTTPS://GitHub.COM/Acme/Payments                               | https://github.com/Acme/Payments
            https://github.com/acme/payments.git                           | https://github.com/acme/payments
            https://github.com/acme/payments.git/                          | https://github.com/acme/payments
            https://github.com/acme/payments.git/tree/main                 | https://github.com/acme/payments
            https://github.com/acme/payments.git.git                       | https://github.com/acme/payments
            https://github.com//acme//payments//                           | https://github.com/acme/payments
            https://github.com:443/acme/payments#readme                    | https://github.com/acme/payments
            http://git.example.com:80/acme/payments                        | http://git.example.com/acme/payments
            http://git.example.com:8080/acme/payments                      | http://git.example.com:8080/acme/payments
            https://oauth2:secret@git.example.com/acme/payments            | https://git.example.com/acme/payments
            https://git.example.com/payments/.git                          | https://git.example.com/payments
            """)
    void namesTheRepository(String spelling, String repository) {
        assertThat(RepositoryAddress.parse(spelling)).contains(new RepositoryAddress(URI.create(repository)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "github.com/acme/payments",
                "git@github.com:acme/payments.git",
                "ssh://git@github.com/acme/payments",
                "file:///srv/git/payments",
                "javascript:alert(1)",
                "https:///acme/payments",
                "https://github.com",
                "https://github.com/",
                "https://github.com/.git",
                "https://github.com/acme/pay ments",
                "https://github.com/acme/../../evil/x",
                "https://github.com/acme/%2e%2E/x",
                "https://github.com/acme/..git/tree/main",
            })
    void refusesWhatIsNoWebAddressOfARepository(String text) {
        assertThat(RepositoryAddress.parse(text)).isEmpty();
    }

    @Property(tries = 1_000)
    void isTheSameRepositoryForWhoeverComparesIt(@ForAll("addresses") String address) {
        RepositoryAddress.parse(address)
                .ifPresent(clean -> assertThat(RepositoryUrl.read(clean + ".git/"))
                        .isPresent()
                        .isEqualTo(RepositoryUrl.read(clean.toString())));
    }

    @Property(tries = 1_000)
    void cleaningTwiceChangesNothing(@ForAll("addresses") String address) {
        RepositoryAddress.parse(address)
                .ifPresent(once ->
                        assertThat(RepositoryAddress.parse(once.toString())).contains(once));
    }

    @Provide
    Arbitrary<String> addresses() {
        var segments = Arbitraries.oneOf(
                Arbitraries.of("tree", "blob", "src", "branch", "-", "_git", "projects", "repos", "x.git", ".git"),
                Arbitraries.of("..git", "...git", "%2e.git", "", ".", "a"),
                Arbitraries.strings().alpha().ofMaxLength(4));
        var hosts = Arbitraries.of("github.com", "bitbucket.org", "GitLab.example.com:443", "u:p@h");
        var paths = segments.list().ofMaxSize(8).map(list -> String.join("/", list));
        return hosts.flatMap(host -> paths.map(path -> "https://" + host + "/" + path));
    }
}
