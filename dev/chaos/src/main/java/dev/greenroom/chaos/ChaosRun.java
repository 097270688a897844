package dev.greenroom.chaos;

import dev.greenroom.quickstart.Home;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * One run. The commands are sent in as many portions as there are kills and one; each kill comes when a part of them has
 * settled since the last, and others have not. In the end every command has to settle.
 */
final class ChaosRun {
    /** For the next command to settle, while processes start again on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Home home;
    private final ChaosOptions options;
    private final Consumer<String> story;

    ChaosRun(Home home, ChaosOptions options, Consumer<String> story) {
        this.home = home;
        this.options = options;
        this.story = story;
    }

    ChaosResult run() {
        var started = System.nanoTime();
        int owners = Math.clamp(options.commands() / 100, 20, 100);
        int entities = options.commands() / owners + 1;
        var rules = options.without() == null ? "" : options.without().rules();
        try (var stage = new Stage(home, owners, entities, Byteman.options(rules, home.folder()))) {
            story.accept("all is up after " + seconds(started) + " s");
            return run(stage, started);
        }
    }

    private ChaosResult run(Stage stage, long started) {
        var random = new Random(options.seed());
        var killing = new KillAndStart(stage.replicas());
        try (var operations = new Operations(stage.replicas().kafka());
                var send = new SendCommands(stage.replicas().kafka(), "all")) {
            var make = new MakeCommands(new Random(random.nextLong()), stage.owners(), stage.entities(), send);
            var faults = new CoderFaults(stage.coder(), new Random(random.nextLong()));
            int portion = options.commands() / (options.kills() + 1);
            int sent = 0;
            for (var kill : Kill.plan(random, options.kills(), Stage.REPLICAS, portion)) {
                faults.add(portion / 10 + 1);
                sent += make(make, portion);
                var settledBefore = operations.settled();
                operations.await(
                        () -> operations.settled() >= settledBefore + kill.after()
                                && killing.isWell(kill)
                                && send.acknowledged() > operations.settled(),
                        PATIENCE);
                int open = send.acknowledged() - operations.settled();
                if (open > 0 && killing.isWell(kill)) {
                    killing.carryOut(kill);
                    story.accept(seconds(started) + " s: killed " + killing.partOf(kill) + " with " + open + " of "
                            + sent + " commands open");
                }
            }
            make(make, options.commands() - sent);
            settle(operations, killing, send);
            story.accept(
                    seconds(started) + " s: " + operations.settled() + " settled, " + send.repeated() + " sent again");
            var tally = new CountEffects(operations::of, BuildsAtCoder.read(stage.coder()))
                    .count(make.workspaces(), make.lists());
            return new ChaosResult(options, tally, killing.count(), killing.toString());
        }
    }

    private static int make(MakeCommands make, int count) {
        for (int i = 0; i < count; i++) {
            make.next();
        }
        return count;
    }

    /** Waits until all have settled, or nothing more happens. */
    private void settle(Operations operations, KillAndStart killing, SendCommands send) {
        int before;
        do {
            before = operations.settled();
            int last = before;
            operations.await(() -> operations.settled() > last || operations.settled() >= options.commands(), PATIENCE);
        } while (operations.settled() < options.commands() && operations.settled() != before);
        operations.await(killing::allWell, PATIENCE);
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
