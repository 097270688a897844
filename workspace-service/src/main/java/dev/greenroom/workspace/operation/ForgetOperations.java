package dev.greenroom.workspace.operation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Deletes what was settled long ago. Ids are remembered for longer than the topic and its dead letters live, so that
 * nothing that is read again is done again.
 */
@ApplicationScoped
class ForgetOperations {

    private static final Logger LOG = Logger.getLogger(ForgetOperations.class);

    private final OperationStore operations;
    private final OperationConfig config;

    ForgetOperations(OperationStore operations, OperationConfig config) {
        this.operations = operations;
        this.config = config;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void settledLongAgo() {
        var count = operations.forgetSettledBefore(config.keep());
        if (count > 0) {
            LOG.infof("operations forgotten count=%d", count);
        }
    }
}
