package dev.greenroom.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A kill to come.
 *
 * @param replica which of the victim's processes, where there are several
 * @param after how many commands have to settle first, so that it hits work at another point each time
 */
record Kill(Victim victim, int replica, int after) {

    /** Half of them are replicas', the other half Kafka's and PostgreSQL's; who comes when is the seed's. */
    static List<Kill> plan(Random random, int kills, int replicas, int portion) {
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
        // Some of a portion's commands are left, so that there is work to hit.
        return victims.stream()
                .map(victim -> new Kill(victim, random.nextInt(replicas), random.nextInt(portion * 3 / 4 + 1)))
                .toList();
    }
}
