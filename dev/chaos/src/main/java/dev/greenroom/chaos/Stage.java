package dev.greenroom.chaos;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Message;
import dev.greenroom.contracts.MessageCodec;
import dev.greenroom.quickstart.Home;
import dev.greenroom.quickstart.Replicas;
import dev.greenroom.standins.Byteman;
import dev.greenroom.standins.coder.CoderStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * All that plays: Coder and auth-service's loans in this JVM, and Kafka, PostgreSQL and the replicas of workspace-service
 * as processes. Owners are linked and entities have configurations, all of which came through.
 */
final class Stage implements AutoCloseable {
    private static final int REPLICAS = 2;

    private static final int BUILDS_AT_ONCE = 20;

    private final CoderStandIn coder = CoderStandIn.start();
    private final List<Owner> owners;
    private final List<EntityRef> entities;
    private final Lender lender;
    private final Replicas replicas;

    /** @param rules of Byteman's, for workspace-service; empty for none */
    Stage(Home home, int owners, int entities, int brokers, String rules) {
        this.owners = IntStream.range(0, owners)
                .mapToObj(number -> Owner.register(number, coder))
                .toList();
        this.entities = IntStream.range(0, entities)
                .mapToObj(number -> new EntityRef("component", "default", "service-" + number))
                .toList();
        this.lender = new Lender(this.owners);
        coder.settings().provisioners(BUILDS_AT_ONCE);
        coder.buildTime(Duration.ofMillis(150));
        this.replicas = Replicas.ofWorkspaceService(
                home, REPLICAS, brokers, URI.create(coder.url()), settings(lender.url()), options(home, rules));
        tell();
    }

    /** Everything that is held for others is given up sooner than in production, or a kill would be a long rest. */
    private static Map<String, String> settings(URI lender) {
        var settings = new HashMap<String, String>();
        settings.put("greenroom.auth-service.url", lender.toString());
        settings.put("greenroom.services.issuer", lender.toString());
        settings.put("greenroom.preprovision.enabled", "false");
        settings.put("quarkus.rest-client.coder.connect-timeout", "1000");
        settings.put("quarkus.rest-client.coder.read-timeout", "2000");
        settings.put("greenroom.workspace.queue.lease", "5s");
        settings.put("greenroom.outbox.lease", "2s");
        settings.put("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000");
        settings.put("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "1000");
        return settings;
    }

    private static List<String> options(Home home, String rules) {
        if (rules.isEmpty()) {
            return List.of();
        }
        try {
            return List.of(Byteman.agentOption(Files.writeString(home.folder().resolve("rules.btm"), rules)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell() {
        var codec = new MessageCodec("chaos", Clock.systemUTC());
        var messages = Stream.concat(
                owners.stream().map(Owner::linked), entities.stream().map(Stage::published));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", replicas.kafka(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            messages.map(message -> codec.encode((Message) message, null)).forEach(producer::send);
        }
        new AwaitIntake(replicas.kafka()).all();
    }

    private static Published published(EntityRef entity) {
        var repository = "https://github.com/acme/" + entity.name();
        var config = new CoderConfig(
                null,
                "devcontainers",
                CoderConfig.Mode.MANUAL,
                Map.of("repo_url", repository),
                null,
                URI.create(repository),
                null,
                List.of(),
                null);
        return new Published(
                "default", entity, "uid of " + entity, 1, Instant.now(), true, config, List.of(), List.of());
    }

    CoderStandIn coder() {
        return coder;
    }

    List<Owner> owners() {
        return owners;
    }

    List<EntityRef> entities() {
        return entities;
    }

    Replicas replicas() {
        return replicas;
    }

    @Override
    public void close() {
        replicas.close();
        lender.close();
        coder.close();
    }
}
