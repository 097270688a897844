package dev.greenroom.standins.kafka;

import java.nio.file.Path;
import java.util.List;

/**
 * Kafka as a process of its own, which ends on SIGTERM: {@code KafkaProcess DATA PORT}, or, for one node of a cluster,
 * {@code KafkaProcess DATA ID NODE...} with all of its nodes as {@code ID:PORT:CONTROLLER_PORT}.
 */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var data = Path.of(args[0]);
        int number = Integer.parseInt(args[1]);
        var nodes = List.of(args).subList(2, args.length);
        var kafka = nodes.isEmpty() ? KafkaStandIn.start(data, number) : KafkaStandIn.startNode(data, number, nodes);
        GreenroomTopics.create(kafka.bootstrapServers(), GreenroomTopics.PARTITIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("ready: Kafka on " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
