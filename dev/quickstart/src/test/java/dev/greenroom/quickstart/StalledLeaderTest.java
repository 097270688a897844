package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.Byteman;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two replicas of catalog-sync-service as processes, and a leader that is stopped for longer than its lease, or killed. */
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StalledLeaderTest {
    private static final Duration LEASE = Duration.ofSeconds(3);
    /** For a busy machine to notice that a lease has run out. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private FollowedCatalog followed;

    @BeforeAll
    void start() {
        followed = new FollowedCatalog(2, LEASE);
    }

    @AfterAll
    void stop() {
        if (followed != null) {
            followed.close();
        }
    }

    @BeforeEach
    void mend() {
        followed.replicas().startWhatWasKilled();
        component("pay", "first");
        component("leaving", "first");
        followed.awaitSaid(templates("first", "first"));
    }

    @Test
    void everyPointIsInTheCode() {
        var rules = Stream.of(StallPoint.values()).map(point -> stop(point, 1)).toList();

        assertThat(Byteman.misfits(FollowedCatalog.SERVICE, rules)).isEmpty();
    }

    @Test
    void aKilledLeaderIsReplacedWithinTheLease() {
        var leader = leader();

        followed.replicas().kill(leader);

        awaitAnotherLeader();
        component("pay", "second");
        followed.awaitSaid(templates("second", "first"));
    }

    @ParameterizedTest
    @EnumSource
    void aStalledLeaderChangesNothingOnceItIsAwake(StallPoint point) throws Exception {
        var leader = leader();
        var stalled = followed.replicas().process(leader);
        try {
            BytemanAgent.load(stalled, stop(point, stalled.handle().pid()));
            component("pay", "second");
            followed.backstage().files().delete("leaving.yaml");
            await().until(() -> isStopped(stalled));

            component("pay", "third");
            component("leaving", "third");
            awaitAnotherLeader();
            var now = templates("third", "third");
            followed.awaitSaid(now);
            var rows = followed.database().known();
            var epoch = followed.database().epoch();
            var events = followed.topic().events();

            stalled.signal("CONT");
            await().atMost(FollowedCatalog.PATIENCE)
                    .until(() -> log(stalled).anyMatch(line -> line.contains(point.says())));
            followed.awaitAnotherPass();
            assertThat(followed.database().known()).isEqualTo(rows);
            assertThat(followed.database().epoch()).isEqualTo(epoch);
            assertThat(followed.topic().events()).isEqualTo(events);

            followed.replicas().kill(1 - leader);
            component("pay", "fourth");
            followed.awaitSaid(templates("fourth", "third"));
        } finally {
            stalled.kill();
        }
    }

    private static String stop(StallPoint point, long pid) {
        return point.point().rule("java.lang.Runtime.getRuntime().exec(\"kill -STOP " + pid + "\").waitFor()");
    }

    private void awaitAnotherLeader() {
        var before = followed.database().epoch();
        await().atMost(LEASE.plus(MARGIN)).until(() -> followed.database().epoch() > before);
    }

    /** The replica that says so. */
    private int leader() {
        var epoch = " epoch=" + followed.database().epoch();
        return log(followed.replicas().process(0)).anyMatch(line -> line.endsWith(epoch)) ? 0 : 1;
    }

    private static Stream<String> log(RunningPart process) {
        return process.lastLines(Integer.MAX_VALUE).stream();
    }

    private static boolean isStopped(RunningPart process) throws IOException {
        var stat = Files.readString(
                Path.of("/proc", String.valueOf(process.handle().pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
    }

    private void component(String name, String template) {
        followed.backstage().files().write(name + ".yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata: { name: %s }
                spec: { type: service, lifecycle: production, owner: 'user:default/jane', coder: { templateName: %s } }
                """.formatted(name, template));
    }

    private static Map<String, SaidOfEntity> templates(String pay, String leaving) {
        return Map.of("component:default/pay", said(pay), "component:default/leaving", said(leaving));
    }

    private static SaidOfEntity said(String template) {
        return new SaidOfEntity.Published(template, Map.of(), Set.of("user:default/jane"), 0);
    }
}
