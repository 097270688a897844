package dev.greenroom.standins.kafka;

import dev.greenroom.standins.FreePort;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real Kafka cluster in this JVM. With one node everything is replicated once, which is what {@code ./greenroom up}
 * does; with three, everything three times with two in sync, as in production.
 */
public final class KafkaStandIn implements AutoCloseable {
    private final List<KafkaNode> nodes;

    private KafkaStandIn(List<KafkaNode> nodes) {
        this.nodes = nodes;
    }

    /** One node whose clients connect to the port; what an earlier run kept in the folder is there again. */
    public static KafkaStandIn start(Path data, int port) {
        var address = new KafkaNode.Address(1, port, FreePort.find());
        return start(List.of(new KafkaNode(address, List.of(address), data)));
    }

    /** A cluster on free ports. */
    public static KafkaStandIn startCluster(Path data, int size) {
        var addresses = IntStream.rangeClosed(1, size)
                .mapToObj(id -> new KafkaNode.Address(id, FreePort.find(), FreePort.find()))
                .toList();
        return start(addresses.stream()
                .map(a -> new KafkaNode(a, addresses, data.resolve("node-" + a.id())))
                .toList());
    }

    /**
     * One node of a cluster, whose others are started elsewhere.
     *
     * @param nodes all of them, as {@code ID:PORT:CONTROLLER_PORT}
     */
    static KafkaStandIn startNode(Path data, int id, List<String> nodes) {
        var addresses = nodes.stream().map(KafkaNode.Address::of).toList();
        return start(addresses.stream()
                .filter(address -> address.id() == id)
                .map(address -> new KafkaNode(address, addresses, data))
                .toList());
    }

    private static KafkaStandIn start(List<KafkaNode> nodes) {
        nodes.forEach(KafkaNode::format);
        var cluster = new KafkaStandIn(nodes);
        cluster.startAgain();
        return cluster;
    }

    public String bootstrapServers() {
        return nodes.stream().map(KafkaNode::client).collect(Collectors.joining(","));
    }

    /** Takes the whole cluster away; its data and ports stay. */
    public void stop() {
        nodes.forEach(KafkaNode::stop);
    }

    /** Takes one node away, counted from 0. */
    public void stopNode(int index) {
        nodes.get(index).stop();
    }

    /** Brings the cluster back after {@link #stop}. Nodes wait for each other's votes, so they start side by side. */
    public void startAgain() {
        nodes.parallelStream().forEach(KafkaNode::start);
    }

    @Override
    public void close() {
        stop();
    }
}
