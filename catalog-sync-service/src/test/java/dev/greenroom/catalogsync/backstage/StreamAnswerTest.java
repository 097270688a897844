package dev.greenroom.catalogsync.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.catalogsync.CatalogSyncProfile;
import dev.greenroom.contracts.EntityRef;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The REST client hands out an answer while it comes: one of a group that owns all is never held whole. */
@QuarkusTest
@TestProfile(CatalogSyncProfile.class)
class StreamAnswerTest {
    private static final EntityRef ALL = EntityRef.parse("group:default/all");
    private static final String BEGINNING =
            "{\"items\": [{\"kind\": \"Group\", \"metadata\": {\"name\": \"all\", \"uid\": \"1\"}, \"relations\": [";
    private static final String END = "{\"type\": \"hasMember\", \"targetRef\": \"user:default/jane\"}]}]}";

    private final CountDownLatch begun = new CountDownLatch(1);
    private HttpServer backstage;

    @BeforeEach
    void startABackstageThatWaitsForItsBeginningToBeRead() throws IOException {
        backstage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backstage.createContext("/", this::answer);
        backstage.start();
    }

    @AfterEach
    void stop() {
        backstage.stop(0);
    }

    @Test
    void readsTheBeginningOfAnAnswerBeforeItsEndIsThere() throws IOException {
        var api = RestClientBuilder.newBuilder()
                .baseUri(URI.create("http://127.0.0.1:" + backstage.getAddress().getPort()))
                .build(BackstageApi.class);
        var refs = new BackstageApi.Refs(List.of(ALL.toString()), List.of("relations"));

        try (var response = api.byRefs("Bearer x", List.of("kind=group"), refs)) {
            var outcome = ReadAnswer.entities(List.of(ALL), new Noting(response.readEntity(InputStream.class)));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            EntitiesOutcome.Found.class,
                            found -> assertThat(found.entities().get(ALL).members())
                                    .hasSize(1));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var body = exchange.getResponseBody()) {
            body.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
            body.flush();
            if (begun.await(5, TimeUnit.SECONDS)) {
                body.write(END.getBytes(StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that something of the stream was read. */
    private final class Noting extends InputStream {
        private final InputStream stream;

        Noting(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public int read() throws IOException {
            var read = stream.read();
            begun.countDown();
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = stream.read(into, from, length);
            begun.countDown();
            return read;
        }
    }
}
