package dev.greenroom.chaos;

import dev.greenroom.standins.kafka.GreenroomTopics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A kill to come.
 *
 * @param draw which of the replicas, or of the partitions whose leader is killed
 * @param after how many commands have to settle first, so that it hits work at another point each time
 */
record Kill(Victim victim, int draw, int after) {
    /** As many as partitions, which are a multiple of the replicas. */
    private static final int DRAWS = GreenroomTopics.PARTITIONS;

    /**
     * Half of them are replicas', the other half Kafka's and PostgreSQL's; who comes when is the seed's.
     *
     * @param portion how many commands are sent before each of them
     */
    static List<Kill> plan(Random random, int kills, int portion) {
        var victims = new ArrayList<Victim>();
        for (int i = 0; i < kills; i++) {
            victims.add(
                    switch (i % 4) {
                        case 1 -> Victim.KAFKA;
                        case 3 -> Victim.POSTGRESQL;
                        default -> Victim.WORKSPACE_SERVICE;
                    });
        }
        Collections.shuffle(victims, random);
        return victims.stream()
                .map(victim -> new Kill(victim, random.nextInt(DRAWS), random.nextInt(portion)))
                .toList();
    }
}
