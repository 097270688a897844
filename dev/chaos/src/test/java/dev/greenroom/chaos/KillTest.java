package dev.greenroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KillTest {
    @Test
    void isTheSameForTheSameSeed() {
        assertThat(plan(1, 20)).isEqualTo(plan(1, 20)).isNotEqualTo(plan(2, 20));
    }

    @Test
    void hitsReplicasHalfOfTheTimeAndTheOthersInTurn() {
        var victims = plan(1, 20).stream().map(Kill::victim).toList();

        assertThat(victims).filteredOn(Victim.WORKSPACE_SERVICE::equals).hasSize(10);
        assertThat(victims).filteredOn(Victim.KAFKA::equals).hasSize(5);
        assertThat(victims).filteredOn(Victim.POSTGRESQL::equals).hasSize(5);
    }

    @Test
    void neverWaitsForMoreThanIsSent() {
        assertThat(plan(1, 1000)).allMatch(kill -> kill.after() < 30);
    }

    private static List<Kill> plan(long seed, int kills) {
        return Kill.plan(new Random(seed), kills, 30);
    }
}
