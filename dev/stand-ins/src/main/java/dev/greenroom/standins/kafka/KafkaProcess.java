package dev.greenroom.standins.kafka;

import java.nio.file.Path;

/** Kafka as a process of its own: {@code KafkaProcess DATA PORT}. Ends on SIGTERM. */
public final class KafkaProcess {
    private KafkaProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var kafka = KafkaStandIn.start(Path.of(args[0]), Integer.parseInt(args[1]));
        GreenroomTopics.create(kafka.bootstrapServers(), GreenroomTopics.PARTITIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("ready: Kafka on " + kafka.bootstrapServers());
        Thread.currentThread().join();
    }
}
