package dev.greenroom.chaos;

import java.time.Duration;

/** The commands of a run as they are sent, with what goes wrong at Coder meanwhile. */
final class Work {
    /** For the next command to settle, while processes start again on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** For Kafka to acknowledge what is sent at a kill, where it can. */
    private static final Duration MOMENT = Duration.ofMillis(1500);
    /** Of the commands that come before a kill, the part that is sent when it comes. */
    private static final int AT_A_KILL = 3;
    /** One fault to so many commands. */
    private static final int PER_FAULT = 10;

    private final MakeCommands make;
    private final SendCommands send;
    private final Operations operations;
    private final CoderFaults faults;
    private final int all;
    private final int portion;

    Work(MakeCommands make, SendCommands send, Operations operations, CoderFaults faults, ChaosOptions options) {
        this.make = make;
        this.send = send;
        this.operations = operations;
        this.faults = faults;
        this.all = options.commands();
        this.portion = all / (options.kills() + 1);
    }

    /** How many commands are sent between two kills. */
    int beforeAKill() {
        return portion - portion / AT_A_KILL;
    }

    /** Sends them and waits until it is time. */
    void comeTo(Kill kill, KillAndStart killing) {
        more(beforeAKill());
        int settled = operations.settled();
        operations.await(
                () -> operations.settled() >= settled + kill.after() && killing.isWell(kill.victim()), PATIENCE);
    }

    /** Sends what comes at the moment of a kill. @return how many commands are under way then */
    int atAKill() {
        int acknowledged = send.acknowledged();
        more(portion / AT_A_KILL);
        operations.await(() -> send.acknowledged() > acknowledged, MOMENT);
        return make.count() - operations.settled();
    }

    /** Sends what is left, and waits until all have settled, or none does any more. */
    void rest() {
        more(all - make.count());
        int before;
        do {
            before = operations.settled();
            int last = before;
            operations.await(() -> operations.settled() > last || operations.settled() >= all, PATIENCE);
        } while (operations.settled() < all && operations.settled() != before);
    }

    private void more(int count) {
        faults.add((count + PER_FAULT - 1) / PER_FAULT);
        for (int i = 0; i < count; i++) {
            make.next();
        }
    }
}
