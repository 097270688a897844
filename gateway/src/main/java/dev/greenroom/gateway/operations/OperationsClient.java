package dev.greenroom.gateway.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.gateway.operations.OperationOutcome.Known;
import dev.greenroom.gateway.operations.OperationOutcome.TokenRefused;
import dev.greenroom.gateway.operations.OperationOutcome.Unavailable;
import dev.greenroom.gateway.operations.OperationOutcome.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks workspace-service about operations. Blocks for no longer than its client's timeouts. */
@ApplicationScoped
public class OperationsClient {
    private static final Logger LOG = Logger.getLogger(OperationsClient.class);

    private final OperationsApi workspaceService;

    OperationsClient(@RestClient OperationsApi workspaceService) {
        this.workspaceService = workspaceService;
    }

    public OperationOutcome find(ProvenUser caller, UUID id) {
        try (var answer = workspaceService.operation(caller.authorization(), id)) {
            return read(answer);
        } catch (ProcessingException | WebApplicationException e) {
            LOG.warnf("workspace-service does not answer for an operation: %s", e);
            return new Unavailable();
        }
    }

    private static OperationOutcome read(Response answer) {
        return switch (answer.getStatus()) {
            case 200 -> new Known(answer.readEntity(ObjectNode.class));
            case 404 -> new Unknown();
            case 401 -> new TokenRefused();
            default -> {
                LOG.warnf("workspace-service answers for an operation with %d", answer.getStatus());
                yield new Unavailable();
            }
        };
    }
}
