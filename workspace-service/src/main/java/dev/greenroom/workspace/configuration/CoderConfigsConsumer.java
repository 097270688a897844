package dev.greenroom.workspace.configuration;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Topic;
import dev.greenroom.workspace.intake.BatchIntake;
import dev.greenroom.workspace.intake.Keep;
import dev.greenroom.workspace.intake.ReadTopic;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code greenroom.coder-configs.v1}, at least once; only higher revisions count. */
@ApplicationScoped
class CoderConfigsConsumer implements ReadTopic<CoderConfigEvent> {

    private static final String CHANNEL = "coder-configs";

    private final BatchIntake intake;
    private final KeepConfigurations keep;

    CoderConfigsConsumer(BatchIntake intake, KeepConfigurations keep) {
        this.intake = intake;
        this.keep = keep;
    }

    @Override
    public Topic topic() {
        return Topic.CODER_CONFIGS;
    }

    @Override
    public Class<CoderConfigEvent> type() {
        return CoderConfigEvent.class;
    }

    @Override
    public Keep<CoderConfigEvent> keep() {
        return keep::all;
    }

    @Incoming(CHANNEL)
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(CHANNEL, batch, type(), keep());
    }
}
