package dev.greenroom.quickstart;

import dev.greenroom.standins.FreePort;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The brokers of a Kafka cluster, to be processes of their own.
 *
 * @param ports by which clients reach them
 * @param controllerPorts by which they reach each other
 */
record Brokers(List<Integer> ports, List<Integer> controllerPorts) {

    static Brokers onFreePorts(int count) {
        return new Brokers(freePorts(count), freePorts(count));
    }

    private static List<Integer> freePorts(int count) {
        return IntStream.range(0, count).mapToObj(i -> FreePort.find()).toList();
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    List<Part> parts(Parts parts) {
        var nodes = IntStream.range(0, ports.size())
                .mapToObj(i -> (i + 1) + ":" + ports.get(i) + ":" + controllerPorts.get(i))
                .toList();
        return IntStream.rangeClosed(1, ports.size())
                .mapToObj(id -> parts.kafka(id, nodes))
                .toList();
    }
}
