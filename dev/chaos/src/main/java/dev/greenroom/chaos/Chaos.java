package dev.greenroom.chaos;

import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.util.List;

/** {@code ./greenroom test --chaos}. Exits 1 where anything was lost, done twice or out of order, or a kill left out, and 2
 * where it did not come to that. */
final class Chaos {
    private Chaos() {}

    public static void main(String[] args) {
        try {
            System.exit(run(ChaosOptions.of(List.of(args))) ? 0 : 1);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.exit(2);
        }
    }

    private static boolean run(ChaosOptions options) {
        var folder = TemporaryFolder.create("chaos");
        var run = new ChaosRun(new Home(Home.ofScript().root(), folder), options, System.out::println);
        var result = run.run();
        result.tally().evidence().forEach(System.out::println);
        System.out.println(result);
        if (result.green()) {
            TemporaryFolder.delete(folder);
        } else {
            System.out.println("the logs and data of the processes are in " + folder);
        }
        return result.green();
    }
}
