package dev.greenroom.workspace.coder;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** A workspace's page at Coder: {@code /@{user}/{workspace}}. */
@ApplicationScoped
public class WorkspaceLinks {

    private final String accessUrl;

    WorkspaceLinks(CoderEndpointConfig config) {
        this.accessUrl = config.accessUrl().orElse(config.url()).toString().replaceAll("/+$", "");
    }

    public URI of(CoderWorkspace workspace) {
        return URI.create(accessUrl + "/@" + workspace.ownerName() + "/" + workspace.name());
    }
}
