package dev.greenroom.standins.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** One broker that is a controller too. Its data outlives a stop. */
final class KafkaNode {
    /** Any valid cluster id does; nodes of one cluster share it. */
    private static final String CLUSTER_ID = "R3JlZW5yb29tS2Fma2EwMQ";

    private final Address address;
    private final Path data;
    private final Properties properties;
    private @Nullable KafkaRaftServer server;

    /** Where a node listens: for clients, and for the other controllers. */
    record Address(int id, int port, int controllerPort) {
        /** @param text {@code ID:PORT:CONTROLLER_PORT} */
        static Address of(String text) {
            var numbers = Arrays.stream(text.split(":")).map(Integer::valueOf).toList();
            return new Address(numbers.get(0), numbers.get(1), numbers.get(2));
        }

        String client() {
            return "127.0.0.1:" + port;
        }

        String controller() {
            return "127.0.0.1:" + controllerPort;
        }
    }

    KafkaNode(Address address, List<Address> all, Path data) {
        this.address = address;
        this.data = data;
        this.properties = properties(all);
    }

    String client() {
        return address.client();
    }

    void format() {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(data);
            var file = Files.createTempFile("kafka-node", ".properties");
            try (var out = Files.newOutputStream(file)) {
                properties.store(out, null);
            }
            var quiet = new PrintStream(OutputStream.nullOutputStream());
            int failed = StorageTool.execute(new String[] {"format", "-t", CLUSTER_ID, "-c", file.toString()}, quiet);
            Files.delete(file);
            if (failed != 0) {
                throw new IllegalStateException("Kafka could not format " + data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void start() {
        server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server.startup();
    }

    void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    private Properties properties(List<Address> all) {
        var replication = String.valueOf(all.size());
        var inSync = String.valueOf(Math.max(1, all.size() - 1));
        var voters = all.stream().map(n -> n.id() + "@" + n.controller()).collect(Collectors.joining(","));
        var p = new Properties();
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("node.id", String.valueOf(address.id()));
        p.setProperty("controller.quorum.voters", voters);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listeners", "PLAINTEXT://" + address.client() + ",CONTROLLER://" + address.controller());
        p.setProperty("advertised.listeners", "PLAINTEXT://" + address.client());
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("log.dirs", data.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", replication);
        p.setProperty("min.insync.replicas", inSync);
        for (var internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            p.setProperty(internal + ".replication.factor", replication);
        }
        p.setProperty("transaction.state.log.min.isr", inSync);
        p.setProperty("share.coordinator.state.topic.min.isr", inSync);
        // An orderly stop asks the controllers first, and waits for minutes where too few of them are left to answer.
        p.setProperty("controlled.shutdown.enable", String.valueOf(all.size() == 1));
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");
        smallAndQuick(p);
        return p;
    }

    /** One machine with few clients: fewer internal partitions and buffers, and no wait for more group members. */
    private static void smallAndQuick(Properties p) {
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(16 * 1024 * 1024));
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
    }
}
