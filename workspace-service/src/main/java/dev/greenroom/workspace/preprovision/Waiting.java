package dev.greenroom.workspace.preprovision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many are due and wait for what. */
@ApplicationScoped
class Waiting {

    private final PreprovisionPolicy policy;
    private final Halt halt;
    private final DueStore due;
    private final PlaceStore places;

    Waiting(PreprovisionPolicy policy, Halt halt, DueStore due, PlaceStore places) {
        this.policy = policy;
        this.halt = halt;
        this.due = due;
        this.places = places;
    }

    /** By the code of what they wait for, with each that there is. */
    Map<String, Long> count() {
        var counted = policy.enabled() && due.any()
                ? places.waiting(halt.reason().orElse(WaitsFor.MAX_PER_HOUR))
                : Map.<WaitsFor, Long>of();
        return Arrays.stream(WaitsFor.values())
                .collect(Collectors.toMap(
                        WaitsFor::code, each -> counted.getOrDefault(each, 0L), (one, _) -> one, TreeMap::new));
    }
}
