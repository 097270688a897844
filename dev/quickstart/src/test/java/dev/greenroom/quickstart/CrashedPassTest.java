package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.Byteman;
import dev.greenroom.standins.backstage.Fault;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * catalog-sync-service as a process that dies by {@code Runtime.halt} at each point of a pass, while edits of each kind
 * wait for it, and is started again: the topic ends as the catalog is, whatever was done by then.
 */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashedPassTest {
    /** A code that no JVM ends with by itself. */
    private static final int CRASHED = 77;

    private FollowedCatalog followed;
    private EditedCatalog catalog;

    @BeforeAll
    void start() {
        followed = new FollowedCatalog(1, Duration.ofSeconds(2));
        catalog = new EditedCatalog(followed.backstage().files());
        catalog.edit();
    }

    @AfterAll
    void stop() {
        if (followed != null) {
            followed.close();
        }
    }

    @BeforeEach
    void mend() {
        followed.backstage().faults().clear();
        followed.replicas().startWhatWasKilled();
        followed.awaitAnotherPass();
    }

    @Test
    void everyPointIsInTheCode() {
        var rules = Stream.of(CrashPoint.values()).map(CrashedPassTest::halt).toList();

        assertThat(Byteman.misfits(FollowedCatalog.SERVICE, rules)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theTopicEndsAsTheCatalogIs(CrashPoint point) {
        followed.backstage().faults().set(Fault.failing(503).on("/api/catalog"));
        catalog.edit();
        followed.hint(catalog.hints());

        BytemanAgent.load(followed.replicas().process(0), halt(point));
        bringAbout(point.cause());
        followed.backstage().faults().clear();
        assertThat(awaitEnd()).isEqualTo(CRASHED);
        followed.replicas().startWhatWasKilled();

        followed.awaitSaid(catalog.said());
    }

    private static String halt(CrashPoint point) {
        return point.point().rule("killJVM(" + CRASHED + ")");
    }

    private void bringAbout(CrashPoint.Cause cause) {
        switch (cause) {
            case NOTHING_ELSE -> {}
            case LEASE_LOST -> followed.database().takeTheLeaseAndLeaveIt();
            case FIRST_READING -> followed.database().forgetTheSnapshot();
        }
    }

    /** The code with which the process ends; one that doesn't is killed, which is another code. */
    private int awaitEnd() {
        var process = followed.replicas().process(0);
        process.handle()
                .onExit()
                .completeOnTimeout(null, FollowedCatalog.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        process.kill();
        return process.exitCode();
    }
}
