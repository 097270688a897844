package dev.greenroom.architecture;

import dev.greenroom.database.Sql;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** One class for each way to break a rule. */
final class BrokenExamples {
    static class ThingHelper {}

    abstract static class AbstractThing {}

    @Path("/things")
    static class Endpoint {}

    static class Listener {
        @Incoming("things")
        void on(String thing) {}
    }

    static class Injected {
        @Inject
        Clock clock;
    }

    static class ReadsTheClock {
        Instant now() {
            return Instant.now();
        }
    }

    static class ReadsMilliseconds {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static class Prints {
        void print() {
            System.out.println("a line");
        }
    }

    interface CoderClient {
        void call();
    }

    static class WaitsForHttp {
        @Transactional
        void store(CoderClient client) {
            client.call();
        }
    }

    interface CoderApi {
        void call();
    }

    static class WaitsForRawHttp {
        @Transactional
        void store(CoderApi api) {
            api.call();
        }
    }

    static class PreparesSql {
        PreparedStatement prepare(Connection connection) throws SQLException {
            return connection.prepareStatement("SELECT 1");
        }
    }

    static class GivesSql {
        void give(Sql sql) {
            sql.change("DELETE FROM thing");
        }
    }
}
