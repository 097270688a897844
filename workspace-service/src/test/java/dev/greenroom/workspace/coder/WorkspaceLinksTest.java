package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceLinksTest {

    private static final CoderWorkspace.Agent MAIN = new CoderWorkspace.Agent("main", "connected", "ready", List.of());

    private final WorkspaceLinks links = new WorkspaceLinks(new CoderEndpointConfig() {
        @Override
        public URI url() {
            return URI.create("http://coder.internal");
        }

        @Override
        public Optional<URI> accessUrl() {
            return Optional.of(URI.create("https://coder.example.com/"));
        }
    });

    @Test
    void leadsToTheWorkspacesPageWherePeopleReachCoder() {
        assertThat(links.of(workspace())).hasToString("https://coder.example.com/@jane/mine");
    }

    @Test
    void leadsToAnAppBelowItsAgent() {
        assertThat(links.of(workspace(), MAIN, app("code-server", "http://localhost:13337/?folder=/x", false, false)))
                .hasValue(URI.create("https://coder.example.com/@jane/mine.main/apps/code-server/"));
    }

    @Test
    void leadsToAnExternalAppWhereItIs() {
        assertThat(links.of(workspace(), MAIN, app("docs", "https://example.com/docs", true, false)))
                .hasValue(URI.create("https://example.com/docs"));
    }

    @Test
    void leadsNowhereForAnAppOfASubdomain() {
        assertThat(links.of(workspace(), MAIN, app("preview", "http://localhost:3000", false, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT:alert(1)",
                "data:text/html,x",
                "vscode://coder.coder-remote/open?token=$SESSION_TOKEN",
                "https:///no-host",
                "not an address",
                ""
            })
    void leadsNowhereThatIsNoAddressOfTheWeb(String url) {
        assertThat(links.of(workspace(), MAIN, app("odd", url, true, false))).isEmpty();
        assertThat(links.of(workspace(), MAIN, app("odd", null, true, false))).isEmpty();
    }

    private static CoderWorkspace.App app(String slug, @Nullable String url, boolean external, boolean subdomain) {
        return new CoderWorkspace.App(slug, slug, url, external, subdomain, "healthy", false);
    }

    private static CoderWorkspace workspace() {
        var id = UUID.randomUUID();
        var job = new CoderWorkspace.Job("succeeded", null, null);
        return new CoderWorkspace(
                id,
                "mine",
                id,
                "jane",
                "devcontainers",
                id,
                Instant.EPOCH,
                false,
                new CoderWorkspace.Health(true),
                new CoderWorkspace.Build(id, 1, id, id, "start", "running", job, null));
    }
}
