package dev.greenroom.workspace.account;

import static java.util.stream.Collectors.toMap;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.Message;
import dev.greenroom.workspace.intake.BatchIntake;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code greenroom.coder-accounts.v1}, at least once; only higher revisions count. */
@ApplicationScoped
class CoderAccountsConsumer {

    private static final String CHANNEL = "coder-accounts";

    private final BatchIntake intake;
    private final AccountStore store;
    private final Event<AccountsChanged> changed;

    CoderAccountsConsumer(BatchIntake intake, AccountStore store, Event<AccountsChanged> changed) {
        this.intake = intake;
        this.store = store;
        this.changed = changed;
    }

    @Incoming(CHANNEL)
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(CHANNEL, batch, CoderAccountEvent.class, this::keep);
    }

    private void keep(List<CoderAccountEvent> events) {
        var newer = events.stream().filter(store::keepIfNewer).toList();
        var latest = newer.stream().collect(toMap(Message::key, event -> event, (_, later) -> later));
        if (!latest.isEmpty()) {
            changed.fire(new AccountsChanged(List.copyOf(latest.values())));
        }
    }
}
