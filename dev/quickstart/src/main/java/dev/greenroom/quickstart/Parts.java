package dev.greenroom.quickstart;

import dev.greenroom.standins.backstage.BackstageProcess;
import dev.greenroom.standins.coder.CoderProcess;
import dev.greenroom.standins.kafka.KafkaProcess;
import dev.greenroom.standins.postgresql.PostgresqlProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of {@code ./greenroom up}, as processes. */
final class Parts {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    /** Small and quick to start; a machine that serves many users wants another collector and the second compiler. */
    private static final List<String> FRUGAL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders");
    /** A part that has met the end of its memory is not to be trusted with anything: it ends, and says so. */
    private static final String ENDS_WITHOUT_MEMORY = "-XX:+ExitOnOutOfMemoryError";
    /** What Netty and others do on purpose, so that no log begins with warnings about it. */
    private static final List<String> QUIET =
            List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");

    private static final int SERVICE_MEGABYTES = 192;

    private final Plan plan;

    Parts(Plan plan) {
        this.plan = plan;
    }

    /** In the order in which they are started; they are stopped the other way round. */
    List<Part> all() {
        var parts = new ArrayList<>(List.of(postgresql(), kafka()));
        if (plan.neighbours().coder() == null) {
            parts.add(coder());
        }
        if (plan.neighbours().backstage() == null) {
            parts.add(backstage());
        }
        ServiceSettings.SERVICES.forEach(service -> parts.add(service(service, List.of())));
        return parts;
    }

    Part postgresql() {
        var port = String.valueOf(plan.addresses().port("postgresql"));
        var data = plan.home().data("postgresql").toString();
        // The first time on a machine it unpacks PostgreSQL, with an xz dictionary of 64 MB.
        var command = standIn(PostgresqlProcess.class, 160, data, port, "auth", "catalog_sync", "workspace");
        var password = Map.of("GREENROOM_DATABASE_PASSWORD", plan.secrets().databasePassword());
        return new Part("postgresql", List.of(), command, password, plan.home().folder(), new Part.Readiness.Says());
    }

    Part kafka() {
        var data = plan.home().data("kafka").toString();
        var command = standIn(
                KafkaProcess.class, 256, data, String.valueOf(plan.addresses().port("kafka")));
        return new Part("kafka", List.of(), command, Map.of(), plan.home().folder(), new Part.Readiness.Says());
    }

    /**
     * One broker of a cluster.
     *
     * @param id from 1
     * @param nodes all of its brokers, as {@link KafkaProcess} takes them
     */
    Part kafka(int id, List<String> nodes) {
        var name = "kafka-" + id;
        var arguments = new ArrayList<>(List.of(plan.home().data(name).toString(), String.valueOf(id)));
        arguments.addAll(nodes);
        var command = standIn(KafkaProcess.class, 256, arguments.toArray(String[]::new));
        return new Part(name, List.of(), command, Map.of(), plan.home().folder(), new Part.Readiness.Says());
    }

    private Part coder() {
        var data = plan.home().data("coder").toString();
        var port = String.valueOf(plan.addresses().port("coder"));
        var command = standIn(CoderProcess.class, 96, "--port", port, "--state", data);
        var ready = new Part.Readiness.Answers(plan.coder().resolve("/api/v2/buildinfo"));
        return new Part("coder", List.of(), command, Map.of(), plan.home().folder(), ready);
    }

    private Part backstage() {
        var command = standIn(
                BackstageProcess.class,
                96,
                plan.home().catalog().toString(),
                plan.home().data("backstage").toString(),
                "127.0.0.1",
                String.valueOf(plan.addresses().port("backstage")),
                plan.addresses().url("backstage").toString(),
                "user:default/jane");
        var token = Map.of("GREENROOM_BACKSTAGE_TOKEN", plan.secrets().backstageToken());
        return new Part("backstage", List.of(), command, token, plan.home().folder(), new Part.Readiness.Says());
    }

    private static List<String> standIn(Class<?> main, int heapMegabytes, String... arguments) {
        var command = java(heapMegabytes);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** @param options of its JVM, besides those that every part has */
    Part service(String name, List<String> options) {
        return service(name, SERVICE_MEGABYTES, options);
    }

    Part service(String name, int heapMegabytes, List<String> options) {
        var command = java(heapMegabytes);
        command.addAll(options);
        var jar = plan.home().root().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        command.addAll(List.of("-jar", jar.toString()));
        var settings = new ServiceSettings(plan);
        return new Part(
                name,
                needsOf(name),
                command,
                Map.of(),
                plan.home().workingFolder(name),
                () -> settings.of(name),
                new Part.Readiness.Answers(plan.addresses().health(name)));
    }

    private List<String> needsOf(String service) {
        return service.equals("auth-service") && plan.neighbours().coder() == null
                ? List.of("postgresql", "kafka", DemoApplication.ERRAND)
                : List.of("postgresql", "kafka");
    }

    private static List<String> java(int heapMegabytes) {
        var command = new ArrayList<>(List.of(JAVA));
        command.addAll(FRUGAL);
        command.addAll(QUIET);
        command.add(ENDS_WITHOUT_MEMORY);
        command.add("-Xmx" + heapMegabytes + "m");
        return command;
    }
}
