package dev.greenroom.quickstart;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One service as {@code ./greenroom up} runs it, with PostgreSQL and Kafka and without the others, to be measured by
 * itself. {@link #close}, or the end of this JVM, ends the three processes.
 */
public final class SingleService implements AutoCloseable {
    private final String name;
    private final Plan plan;
    private final Launch launch;

    private SingleService(String name, Plan plan, int heapMegabytes) {
        var allAtOnce = List.of("-Xms" + heapMegabytes + "m", "-XX:+AlwaysPreTouch");
        this.name = name;
        this.plan = plan;
        var parts = new Parts(plan);
        this.launch = new Launch(
                plan.home(),
                List.of(parts.postgresql(), parts.kafka(), parts.service(name, heapMegabytes, allAtOnce)),
                List.of(),
                started -> {},
                (part, took) -> {});
    }

    /**
     * Returns when it is well.
     *
     * @param heapMegabytes of which it takes all at once, so that its memory is not a matter of how long it has run
     * @param settings what it is told besides what {@code up} tells it
     * @throws Launch.PartFailed where it, PostgreSQL or Kafka does not come up; what was started is stopped again
     */
    public static SingleService start(
            Home home, String name, int heapMegabytes, Neighbours neighbours, Map<String, String> settings) {
        var plan = new Plan(home, new Secrets(home), new Addresses(), neighbours, Map.of(name, settings));
        var service = new SingleService(name, plan, heapMegabytes);
        Runtime.getRuntime().addShutdownHook(new Thread(service::close));
        try {
            service.launch.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    public URI url() {
        return plan.addresses().url(name);
    }

    /** Where health and metrics are. */
    public URI management() {
        return plan.addresses().url(name + "/management");
    }

    public String kafka() {
        return plan.addresses().kafka();
    }

    public long pid() {
        return launch.running().getLast().handle().pid();
    }

    @Override
    public void close() {
        launch.close();
    }
}
