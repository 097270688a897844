package dev.greenroom.quickstart;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine, for the script, the flow test and the benchmarks alike. Every part is a process of
 * its own; {@link #close}, or the end of this JVM, ends them. Which processes there are stands in a file of the home
 * from the first on, so that those of a killed JVM can be found and ended.
 */
public final class Greenroom implements AutoCloseable {
    private final Plan plan;
    private final Launch launch;
    private final Storyteller storyteller;

    private Greenroom(Plan plan, List<Errand> errands, BiConsumer<String, Duration> progress, Consumer<String> story) {
        this.plan = plan;
        this.storyteller = new Storyteller(plan.addresses().kafka(), story, Clock.systemDefaultZone());
        this.launch = new Launch(plan.home(), new Parts(plan).all(), errands, started -> describe(), (part, took) -> {
            if (part.name().equals("kafka")) {
                storyteller.beginHere();
                Thread.ofPlatform().name("story").daemon().start(storyteller::tell);
            }
            progress.accept(part.name(), took);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /**
     * Starts everything and returns when all parts are well, and the demo's users linked.
     *
     * @param linked users of the stand-in Backstage who get a linked Coder account, as soon as what that takes is ready
     * @param progress told the name of each part that is ready, and how long that took
     * @param story told a line of what happens, from the start on
     * @throws Launch.PartFailed where a part does not come up; what was started is stopped again
     */
    public static Greenroom start(
            Home home,
            Neighbours neighbours,
            List<String> linked,
            BiConsumer<String, Duration> progress,
            Consumer<String> story) {
        return start(new Plan(home, new Secrets(home), new Addresses(), neighbours, Map.of()), linked, progress, story);
    }

    /** As above, by a plan of the caller's. */
    static Greenroom start(
            Plan plan, List<String> linked, BiConsumer<String, Duration> progress, Consumer<String> story) {
        DemoCatalog.provide(plan.home());
        var accounts = new DemoAccounts(plan);
        var errands = new ArrayList<Errand>();
        if (plan.neighbours().coder() == null) {
            errands.add(new DemoApplication(plan).errand());
        }
        linked.forEach(
                user -> errands.add(new Errand("account of " + user, DemoAccounts.NEEDS, () -> accounts.link(user))));
        var greenroom = new Greenroom(plan, errands, progress, story);
        greenroom.describe();
        try {
            greenroom.launch.start();
            return greenroom;
        } catch (RuntimeException e) {
            greenroom.close();
            throw e;
        }
    }

    public URI gateway() {
        return plan.addresses().url("gateway");
    }

    public URI coder() {
        return plan.coder();
    }

    public URI backstage() {
        return plan.backstage();
    }

    public URI authService() {
        return plan.addresses().url("auth-service");
    }

    /** The secret with which a service asks auth-service for its tokens. */
    public String clientSecret(String service) {
        return plan.secrets().clientSecret(service);
    }

    DemoAccounts accounts() {
        return new DemoAccounts(plan);
    }

    /** Ends a part as a crash would, with SIGKILL. */
    public void kill(String part) {
        launch.kill(part);
    }

    /** Starts a part that has ended, and returns when it is well. */
    public void startAgain(String part) {
        launch.startAgain(part);
    }

    List<RunningPart> parts() {
        return launch.running();
    }

    /** For the script's other commands, which find it there. */
    private synchronized void describe() {
        var parts = parts().stream()
                .map(part ->
                        new Running.RunningProcess(part.name(), Running.Process.of(part.handle()), health(part.name())))
                .toList();
        var standIn = plan.neighbours().backstage() == null ? plan.backstage() : null;
        new Running(Running.Process.of(ProcessHandle.current()), gateway(), standIn, parts).write(plan.home());
    }

    private @Nullable URI health(String part) {
        return ServiceSettings.SERVICES.contains(part) ? plan.addresses().health(part) : null;
    }

    @Override
    public void close() {
        storyteller.close();
        launch.close();
        Running.forget(plan.home());
    }
}
