package dev.greenroom.standins.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.standins.FreePort;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlStandInTest {
    @TempDir
    Path data;

    @Test
    void keepsItsRowsOverARestart() throws Exception {
        int port = FreePort.find();
        try (var postgresql = PostgresqlStandIn.start(data, port, PostgresqlStandIn.FORGETFUL)) {
            postgresql.createDatabase("one", "secret");
            execute(postgresql, "one", "one", "CREATE TABLE kept (id int)");
        }

        try (var postgresql = PostgresqlStandIn.start(data, port, PostgresqlStandIn.FORGETFUL)) {
            postgresql.createDatabase("one", "secret");

            execute(postgresql, "one", "one", "INSERT INTO kept VALUES (1)");
        }
    }

    @Test
    void goesOnWhereAKilledProcessLeftItsServer() throws Exception {
        int port = FreePort.find();
        var process = startProcess(port);
        try {
            Awaitility.await().until(() -> execute(port, "CREATE TABLE kept (id int)"));
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var postgresql = PostgresqlStandIn.start(data, port, PostgresqlStandIn.FORGETFUL)) {
            execute(postgresql, "one", "one", "INSERT INTO kept VALUES (1)");
        }
    }

    @Test
    void keepsAllThatWasCommittedWhenItIsKilled() throws Exception {
        int port = FreePort.find();
        var process = startProcess(port);
        try {
            Awaitility.await().until(() -> execute(port, "CREATE TABLE kept (id int)"));
            for (int i = 0; i < 20; i++) {
                assertThat(execute(port, "INSERT INTO kept VALUES (" + i + ")")).isTrue();
            }
        } finally {
            process.destroyForcibly().waitFor();
            PostgresqlStandIn.kill(data);
        }

        try (var postgresql = PostgresqlStandIn.start(data, port, PostgresqlStandIn.FORGETFUL)) {
            // One that was lost would be a division by zero.
            execute(postgresql, "one", "one", "SELECT 1 / (count(*) / 20) FROM kept");
        }
    }

    private Process startProcess(int port) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                PostgresqlProcess.class.getName(),
                data.toString(),
                String.valueOf(port),
                "one");
        builder.environment().put("GREENROOM_DATABASE_PASSWORD", "secret");
        return builder.inheritIO().start();
    }

    private static boolean execute(int port, String sql) {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/one";
        try (var connection = DriverManager.getConnection(url, "one", "secret")) {
            connection.createStatement().execute(sql);
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Test
    void makesWhatAKilledRunDidNotComeTo() throws Exception {
        try (var postgresql = PostgresqlStandIn.start(data, FreePort.find(), PostgresqlStandIn.FORGETFUL)) {
            execute(postgresql, "postgres", "postgres", "CREATE ROLE one LOGIN PASSWORD 'secret'");
            execute(postgresql, "postgres", "postgres", "CREATE ROLE two LOGIN PASSWORD 'secret'");
            execute(postgresql, "postgres", "postgres", "CREATE DATABASE two OWNER two");

            postgresql.createDatabase("one", "secret");
            postgresql.createDatabase("two", "secret");

            execute(postgresql, "one", "one", "CREATE TABLE kept (id int)");
            assertThatThrownBy(() -> execute(postgresql, "two", "one", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsARoleOutOfAnothersDatabase() {
        try (var postgresql = PostgresqlStandIn.start(data, FreePort.find(), PostgresqlStandIn.FORGETFUL)) {
            postgresql.createDatabase("one", "secret");
            postgresql.createDatabase("two", "secret");

            assertThatThrownBy(() -> execute(postgresql, "two", "one", "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static void execute(PostgresqlStandIn postgresql, String database, String role, String sql)
            throws SQLException {
        try (var connection = DriverManager.getConnection(postgresql.jdbcUrl(database), role, "secret")) {
            assertThat(connection.createStatement().execute(sql)).isIn(true, false);
        }
    }
}
