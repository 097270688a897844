package dev.greenroom.workspace.coder;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Where people find a workspace, and what runs in it: below {@code /@{user}/{workspace}} at Coder. */
@ApplicationScoped
public class WorkspaceLinks {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String accessUrl;

    WorkspaceLinks(CoderEndpointConfig config) {
        this.accessUrl = config.accessUrl().orElse(config.url()).toString().replaceAll("/+$", "");
    }

    /** The workspace's page. */
    public URI of(CoderWorkspace workspace) {
        return URI.create(accessUrl + "/@" + workspace.ownerName() + "/" + workspace.name());
    }

    /** An app of one of its agents; empty where a browser has no address for it. */
    public Optional<URI> of(CoderWorkspace workspace, CoderWorkspace.Agent agent, CoderWorkspace.App app) {
        if (app.external()) {
            return Optional.ofNullable(app.url()).flatMap(WorkspaceLinks::elsewhere);
        }
        return app.subdomain()
                ? Optional.empty()
                : Optional.of(URI.create(of(workspace) + "." + agent.name() + "/apps/" + app.slug() + "/"));
    }

    /** An address that the template's author wrote: pages show it as a link, so it may be one of the web and nothing else. */
    private static Optional<URI> elsewhere(String url) {
        try {
            var uri = new URI(url);
            return Optional.of(uri)
                    .filter(it -> SCHEMES.contains(String.valueOf(it.getScheme())) && it.getHost() != null);
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
