package dev.greenroom.workspace.account;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.CoderAccountEvent.Linked;
import dev.greenroom.contracts.CoderAccountEvent.RelinkRequired;
import dev.greenroom.contracts.CoderAccountEvent.Unlinked;
import dev.greenroom.contracts.Topic;
import dev.greenroom.workspace.intake.BatchIntake;
import dev.greenroom.workspace.intake.Keep;
import dev.greenroom.workspace.intake.ReadTopic;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code greenroom.coder-accounts.v1}, at least once; only higher revisions count. */
@ApplicationScoped
class CoderAccountsConsumer implements ReadTopic<CoderAccountEvent> {

    private static final String CHANNEL = "coder-accounts";

    private final BatchIntake intake;
    private final AccountStore store;
    private final Event<AccountsChanged> changed;

    CoderAccountsConsumer(BatchIntake intake, AccountStore store, Event<AccountsChanged> changed) {
        this.intake = intake;
        this.store = store;
        this.changed = changed;
    }

    @Override
    public Topic topic() {
        return Topic.CODER_ACCOUNTS;
    }

    @Override
    public Class<CoderAccountEvent> type() {
        return CoderAccountEvent.class;
    }

    @Override
    public Keep<CoderAccountEvent> keep() {
        return this::keep;
    }

    @Incoming(CHANNEL)
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return intake.take(CHANNEL, batch, type(), keep());
    }

    private void keep(List<CoderAccountEvent> events) {
        var latest = new LinkedHashMap<String, CoderAccountEvent>();
        var ended = new HashSet<String>();
        for (var event : events) {
            var before = store.find(event.deployment(), event.userRef());
            if (store.keepIfNewer(event)) {
                latest.put(event.key(), event);
                if (endsALink(before, event)) {
                    ended.add(event.key());
                }
            }
        }
        if (!latest.isEmpty()) {
            changed.fire(new AccountsChanged(
                    List.copyOf(latest.values()),
                    ended.stream().map(latest::get).toList()));
        }
    }

    private static boolean endsALink(Optional<Account> before, CoderAccountEvent event) {
        return switch (event) {
            case Unlinked _ -> true;
            case Linked next -> isOfAnOlderLink(before, next.linkGeneration());
            case RelinkRequired next -> isOfAnOlderLink(before, next.linkGeneration());
        };
    }

    private static boolean isOfAnOlderLink(Optional<Account> before, long generation) {
        return before.map(account -> account.linkGeneration() < generation).orElse(false);
    }
}
