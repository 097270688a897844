package dev.greenroom.standins.postgresql;

import java.nio.file.Path;
import java.util.Map;

/**
 * PostgreSQL as a process of its own: {@code PostgresqlProcess DATA PORT NAME...} makes a database and a role for each
 * name, whose password is in the environment as {@code GREENROOM_DATABASE_PASSWORD}. Ends on SIGTERM.
 */
public final class PostgresqlProcess {
    private PostgresqlProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var postgresql = PostgresqlStandIn.start(Path.of(args[0]), Integer.parseInt(args[1]), Map.of());
        for (int i = 2; i < args.length; i++) {
            postgresql.createDatabase(args[i], System.getenv("GREENROOM_DATABASE_PASSWORD"));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(postgresql::close));
        System.out.println("ready: PostgreSQL on 127.0.0.1:" + postgresql.port());
        Thread.currentThread().join();
    }
}
