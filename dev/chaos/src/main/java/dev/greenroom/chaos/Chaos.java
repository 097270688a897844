package dev.greenroom.chaos;

import dev.greenroom.quickstart.Home;
import dev.greenroom.standins.TemporaryFolder;
import java.util.List;

/**
 * {@code ./greenroom test --chaos}. Exits 1 where anything was lost, done twice or out of order, or a kill was left out, and
 * 2 where it did not come to that.
 */
final class Chaos {
    private Chaos() {}

    public static void main(String[] args) {
        System.exit(exitCode(List.of(args)));
    }

    private static int exitCode(List<String> arguments) {
        ChaosOptions options;
        try {
            options = ChaosOptions.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("greenroom: " + e.getMessage());
            return 2;
        }
        try {
            return run(options).green() ? 0 : 1;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return 2;
        }
    }

    private static ChaosResult run(ChaosOptions options) {
        var folder = TemporaryFolder.create("chaos");
        var home = new Home(Home.ofScript().root(), folder);
        var result = new ChaosRun(home, options, System.out::println).run();
        result.tally().evidence().forEach(System.out::println);
        if (result.green()) {
            TemporaryFolder.delete(folder);
        } else {
            System.out.println("the logs and data of the processes are in " + folder);
        }
        System.out.println(result);
        return result;
    }
}
