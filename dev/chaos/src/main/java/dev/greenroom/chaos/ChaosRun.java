package dev.greenroom.chaos;

import dev.greenroom.quickstart.Home;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One run. The commands come in as many portions as there are kills, and one more. Of each portion a part is sent, and
 * when some of it has settled, the rest at the moment of the kill. In the end every command has to settle.
 */
final class ChaosRun {
    /** Whose broker is killed warns of it, several times a second. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private final Home home;
    private final ChaosOptions options;
    private final Consumer<String> story;
    private final long started = System.nanoTime();

    /** @param story told a line of what happens */
    ChaosRun(Home home, ChaosOptions options, Consumer<String> story) {
        this.home = home;
        this.options = options;
        this.story = story;
    }

    ChaosResult run() {
        KAFKA.setLevel(Level.SEVERE);
        int owners = Math.clamp(options.commands() / 100, 20, 100);
        int entities = options.commands() / owners + 1;
        var rules = options.without() == null ? "" : options.without().rules();
        try (var stage = new Stage(home, owners, entities, options.brokers(), rules)) {
            tell("all is up");
            return run(stage);
        }
    }

    private ChaosResult run(Stage stage) {
        var random = new Random(options.seed());
        var acks = options.without() == Safety.ACKS ? "1" : "all";
        try (var operations = new Operations(stage.replicas().kafka());
                var send = new SendCommands(stage.replicas().kafka(), acks);
                var killing = new KillAndStart(stage.replicas(), home)) {
            var make =
                    new MakeCommands(new Random(random.nextLong()), stage.owners(), stage.entities(), send, operations);
            var faults = new CoderFaults(stage.coder(), new Random(random.nextLong()));
            var work = new Work(make, send, operations, faults, options);
            for (var kill : Kill.plan(random, options.kills(), work.beforeAKill())) {
                work.comeTo(kill, killing);
                tell(killing.carryOut(kill, work::atAKill));
            }
            work.rest();
            killing.awaitAllWell();
            tell(operations.settled() + " of " + make.count() + " settled, " + send.repeated() + " sent again");
            var tally = new CountEffects(operations::of, BuildsAtCoder.read(stage.coder()))
                    .count(make.workspaces(), make.lists());
            return new ChaosResult(options, tally, killing.count(), killing.toString());
        }
    }

    private void tell(String what) {
        story.accept(Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s: " + what);
    }
}
