package dev.greenroom.workspace.inbox;

import dev.greenroom.contracts.Topic;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.workspace.intake.BatchIntake;
import dev.greenroom.workspace.intake.Keep;
import dev.greenroom.workspace.intake.ReadTopic;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code greenroom.workspace-commands.v1}, at least once. It never calls Coder: it inserts and acknowledges. */
@ApplicationScoped
class WorkspaceCommandsConsumer implements ReadTopic<WorkspaceCommand> {

    private static final String CHANNEL = "workspace-commands";

    private final BatchIntake intake;
    private final KeepCommands keep;

    WorkspaceCommandsConsumer(BatchIntake intake, KeepCommands keep) {
        this.intake = intake;
        this.keep = keep;
    }

    @Override
    public Topic topic() {
        return Topic.WORKSPACE_COMMANDS;
    }

    @Override
    public Class<WorkspaceCommand> type() {
        return WorkspaceCommand.class;
    }

    @Override
    public Keep<WorkspaceCommand> keep() {
        return keep;
    }

    @Incoming(CHANNEL)
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(CHANNEL, batch, type(), keep());
    }
}
