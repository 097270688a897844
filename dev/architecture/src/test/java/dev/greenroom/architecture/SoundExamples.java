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

/** The same deeds, done as the rules want them. */
final class SoundExamples {
    @Path("/things")
    static class ThingsResource {
        private final Clock clock;

        @Inject
        ThingsResource(Clock clock) {
            this.clock = clock;
        }

        Instant now() {
            return Instant.now(clock);
        }
    }

    static class ThingsConsumer {
        @Incoming("things")
        void on(String thing) {}
    }

    static class ThingStore {
        @Transactional
        PreparedStatement prepare(Connection connection) throws SQLException {
            return connection.prepareStatement("SELECT 1");
        }

        void delete(Sql sql) {
            sql.change("DELETE FROM thing");
        }
    }

    interface CoderClient {
        void call();
    }

    static class CreateThing {
        void create(CoderClient client) {
            client.call();
        }
    }
}
