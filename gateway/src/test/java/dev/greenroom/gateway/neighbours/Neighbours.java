package dev.greenroom.gateway.neighbours;

import java.util.stream.Stream;

/** The services behind the gateway. */
public record Neighbours(ServiceStandIn workspaceService, ServiceStandIn authService, ServiceStandIn catalogSync) {

    public void reset() {
        Stream.of(workspaceService, authService, catalogSync).forEach(ServiceStandIn::reset);
    }
}
