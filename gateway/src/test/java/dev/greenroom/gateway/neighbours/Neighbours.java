package dev.greenroom.gateway.neighbours;

import java.util.stream.Stream;

/** The services behind the gateway, and Coder. */
public record Neighbours(
        ServiceStandIn workspaceService, ServiceStandIn authService, ServiceStandIn catalogSync, ServiceStandIn coder) {

    public void reset() {
        Stream.of(workspaceService, authService, catalogSync, coder).forEach(ServiceStandIn::reset);
    }
}
