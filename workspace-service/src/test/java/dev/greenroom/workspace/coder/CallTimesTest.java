package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.workspace.queue.QueueConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A call that outlasts its turn could be made twice. */
class CallTimesTest {

    @Test
    void startsWhereATurnOutlastsTheLongestCall() {
        assertThatCode(() -> times(10_000, "14s").check(new StartupEvent())).doesNotThrowAnyException();
    }

    @Test
    void doesNotStartWhereACallMayOutlastItsTurn() {
        assertThatThrownBy(() -> times(10_000, "13s").check(new StartupEvent()))
                .hasMessageContaining("greenroom.workspace.queue.lease")
                .hasMessageContaining("quarkus.rest-client.coder");
    }

    private static CallTimes times(long readMillis, String lease) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(QueueConfig.class)
                .withDefaultValue("greenroom.workspace.queue.lease", lease)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build();
        return new CallTimes(2_000, readMillis, config.getConfigMapping(QueueConfig.class));
    }
}
