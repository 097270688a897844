package dev.greenroom.chaos;

import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.steering.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** What goes wrong between workspace-service and Coder: calls and answers that are lost, late, or another's. */
final class CoderFaults {
    /** Shorter than the time-out of a call: what comes after that is what the flow's last words say. */
    private static final int LONGEST_DELAY_MILLIS = 900;

    private static final List<BiConsumer<Faults.Matching, Random>> FAULTS = List.of(
            (calls, random) -> calls.dropBeforeEffect(),
            (calls, random) -> calls.dropAfterEffect(),
            (calls, random) -> calls.fail(503),
            (calls, random) -> calls.failAfterEffect(502),
            (calls, random) -> calls.delay(Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS))),
            (calls, random) -> calls.delayAfterEffect(Duration.ofMillis(random.nextInt(LONGEST_DELAY_MILLIS))));

    private record Calls(String method, String path) {}

    /** Those with an effect matter most. */
    private static final List<Calls> CALLS = List.of(
            new Calls("POST", "/api/v2/users/me/workspaces"),
            new Calls("POST", "/api/v2/workspaces/"),
            new Calls("GET", "/api/v2/"));

    private final CoderStandIn coder;
    private final Random random;

    CoderFaults(CoderStandIn coder, Random random) {
        this.coder = coder;
        this.random = random;
    }

    /** Each befalls the next call that it fits. */
    void add(int count) {
        for (int i = 0; i < count; i++) {
            var calls = CALLS.get(random.nextInt(CALLS.size()));
            var matching = coder.faults().on(calls.method(), calls.path()).times(1);
            FAULTS.get(random.nextInt(FAULTS.size())).accept(matching, random);
        }
    }
}
