package dev.greenroom.standins.leaks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.greenroom.contracts.Topic;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.kafka.GreenroomTopics;
import dev.greenroom.standins.kafka.KafkaStandIn;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Secrets that are put where the search has to find them, or it is not to be believed. */
final class Plants {
    private final LeakHunt hunt;

    Plants(LeakHunt hunt) {
        this.hunt = hunt;
    }

    /**
     * One that was planted.
     *
     * @param folder a part of the path that it must be found below
     */
    record Plant(Canary canary, String folder) {

        boolean isFoundBy(Find find) {
            return find.needle().canary().equals(canary)
                    && find.file().toString().contains(folder);
        }
    }

    List<Plant> plant() {
        return List.of(inALog(), inAnErrorBody(), inARecord(), inARow());
    }

    private Plant inALog() {
        var canary = canary("planted in a log");
        write("logs", "2026-01-01 DEBUG token=" + canary.secret());
        return new Plant(canary, "/logs/");
    }

    private Plant inAnErrorBody() {
        var canary = canary("planted in an error body");
        write("error-bodies", "{\"detail\": \"%s\"}".formatted(URLEncoder.encode(canary.secret(), UTF_8)));
        return new Plant(canary, "/error-bodies/");
    }

    private void write(String folder, String line) {
        try {
            Files.writeString(
                    Files.createDirectories(hunt.folder().resolve(folder)).resolve("planted.txt"), line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In base64, as a part of something longer. */
    private Plant inARecord() {
        var canary = canary("planted in a record of Kafka");
        var value = Base64.getEncoder().encodeToString(("{\"token\": \"" + canary.secret() + "\"}").getBytes(UTF_8));
        try (var kafka = KafkaStandIn.start(hunt.kept().resolve("planted-kafka"), FreePort.find())) {
            GreenroomTopics.create(kafka.bootstrapServers(), 1);
            Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                var topic = Topic.values()[0].topicName();
                producer.send(new ProducerRecord<>(topic, "planted", value)).get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("nothing could be planted in Kafka", e);
        }
        return new Plant(canary, "/planted-kafka/");
    }

    private Plant inARow() {
        var canary = canary("planted in a row of PostgreSQL");
        var folder = hunt.kept().resolve("planted-postgresql");
        try (var postgresql = PostgresqlStandIn.start(folder, FreePort.find(), PostgresqlStandIn.FORGETFUL)) {
            postgresql.createDatabase("planted", "planted");
            try (var connection = DriverManager.getConnection(postgresql.jdbcUrl("planted"), "planted", "planted");
                    var statement = connection.createStatement()) {
                statement.execute("create table planted (token text)");
                statement.execute("insert into planted values ('" + canary.secret() + "')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nothing could be planted in PostgreSQL", e);
        }
        // Where its tables are; the log of its statements has it, too.
        return new Plant(canary, "/planted-postgresql/base/");
    }

    /** With letters that have another form in a URL. */
    private static Canary canary(String kind) {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new Canary(kind, "+/" + Base64.getEncoder().encodeToString(bytes));
    }
}
