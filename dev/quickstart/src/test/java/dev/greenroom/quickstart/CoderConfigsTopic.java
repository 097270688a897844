package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.Decoded;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.kafka.TopicReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topic of configurations: what is committed on it, compacted by hand. */
final class CoderConfigsTopic implements AutoCloseable {
    private final TopicReader reader;
    private final Map<EntityRef, CoderConfigEvent> last = new HashMap<>();
    private int checked;

    CoderConfigsTopic(String kafka) {
        this.reader = new TopicReader(kafka, Topic.CODER_CONFIGS.topicName());
    }

    /** All that was ever said, in the order of the topic, which is that of each entity. */
    List<CoderConfigEvent> events() {
        return reader.toTheEnd().stream().map(CoderConfigsTopic::event).toList();
    }

    private static CoderConfigEvent event(ConsumerRecord<String, byte[]> record) {
        var event = (CoderConfigEvent) ((Decoded.Known) MessageCodec.decode(record)).message();
        assertThat(record.key()).isEqualTo(event.key());
        return event;
    }

    /** What the last message of each key says, by the entities' references; those that it withdraws are not in it. */
    Map<String, SaidOfEntity> state() {
        var state = new TreeMap<String, SaidOfEntity>();
        for (var event : events()) {
            var ref = event.entityRef().toString();
            SaidOfEntity.of(event).ifPresentOrElse(said -> state.put(ref, said), () -> state.remove(ref));
        }
        return state;
    }

    /**
     * Checks what has come since the last check. A message may come again, but for each key none comes after a later one,
     * and a revision says one thing.
     */
    void checkRevisions() {
        var events = events();
        for (var event : events.subList(checked, events.size())) {
            checked++;
            var before = last.put(event.entityRef(), event);
            if (before != null && before.revision() >= event.revision()) {
                assertThat(event).as("a repeat").isEqualTo(before);
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
