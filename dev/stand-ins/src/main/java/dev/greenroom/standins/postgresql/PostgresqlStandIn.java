package dev.greenroom.standins.postgresql;

import dev.greenroom.standins.leaks.LeakHunt;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL server on 127.0.0.1, started from the binaries of a Maven artifact. */
public final class PostgresqlStandIn implements AutoCloseable {
    /** What makes a server fast that nobody will miss after a power cut. */
    public static final Map<String, String> FORGETFUL =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off");

    /** Every statement with its parameters: what a table keeps may be compressed, and can't be searched. */
    private static final Map<String, String> TALKATIVE = Map.of("log_statement", "all", "logging_collector", "on");

    private final Path data;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable EmbeddedPostgres server;

    private PostgresqlStandIn(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = settings;
    }

    /** What an earlier run kept in the folder is there again. */
    public static PostgresqlStandIn start(Path data, int port, Map<String, String> settings) {
        var standIn = new PostgresqlStandIn(data, port, settings);
        standIn.startAgain();
        return standIn;
    }

    /** Brings the server back after {@link #stop}. */
    public void startAgain() {
        LeftOverServer.end(data);
        var builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                // The library's own choice forgets what was committed in the last half second before a crash.
                .setServerConfig("synchronous_commit", "on");
        settings.forEach(builder::setServerConfig);
        if (LeakHunt.asked().isPresent()) {
            TALKATIVE.forEach(builder::setServerConfig);
        }
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + data, e);
        }
    }

    /** Takes the server away; its data and port stay. */
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
            server = null;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    /** Ends the server on this folder, whoever started it, and all of its processes at once, as a power cut would. */
    public static void kill(Path data) {
        LeftOverServer.kill(data);
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes a database and a role of the same name that owns it and sees no other; leaves each as it is if there. */
    public void createDatabase(String name, String password) {
        if (server == null) {
            throw new IllegalStateException("PostgreSQL is stopped");
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // Each on its own: an earlier run may have been killed between them.
            if (isMissing(statement, "pg_roles WHERE rolname", name)) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD " + literal(password));
            }
            if (isMissing(statement, "pg_database WHERE datname", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL did not make the database " + name, e);
        }
    }

    private static boolean isMissing(Statement statement, String where, String name) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM " + where + " = " + literal(name))) {
            return !rows.next();
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() {
        stop();
    }
}
