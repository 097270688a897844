package dev.greenroom.workspace.intake;

import java.time.Duration;

/** The defaults, but for the longest that a transaction may take. */
record TestIntake(Duration transactionTimeout) implements IntakeConfig {

    static final TestIntake DEFAULTS = new TestIntake(Duration.ofMinutes(1));

    @Override
    public Duration stuckAfter() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Duration drainFor() {
        return Duration.ofSeconds(10);
    }
}
