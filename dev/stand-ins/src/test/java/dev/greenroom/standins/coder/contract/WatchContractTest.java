package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.standins.coder.contract.Contract.Person;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A workspace as server-sent events, while it is stopped. */
@ContractTest
class WatchContractTest {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void tellsOfEachChange() throws Exception {
        try (Target target = Target.open();
                HttpClient client = HttpClient.newHttpClient()) {
            Contract contract = new Contract(target);
            Person alice = contract.alice();
            contract.devcontainers();
            contract.bindings().varies("v2", ".+");
            String id = contract.replay("04-workspaces/01-create-for-me").text("/id");
            contract.awaitStatus(id, alice.token(), "running");

            HttpResponse<Stream<String>> watch = client.send(
                    HttpRequest.newBuilder(URI.create(target.url() + "/api/v2/workspaces/" + id + "/watch"))
                            .header("Coder-Session-Token", alice.token())
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            Thread.ofVirtual().start(() -> listen(watch.body()));
            await().until(() -> events().size() == 1);
            contract.replay("04-workspaces/117-build-stop");
            await().until(() -> status(events().getLast()).equals("stopped"));

            assertThat(watch.headers().firstValue("content-type")).contains("text/event-stream");
            assertThat(lines.get(0)).isEqualTo("event: ping");
            contract.assertAlike("04-workspaces/03-get-succeeded", events().getFirst());
            contract.assertAlike("04-workspaces/119-get-stopped", events().getLast());
            assertThat(events()).extracting(WatchContractTest::status).contains("stopping");
            client.shutdownNow();
        }
    }

    private void listen(Stream<String> body) {
        try {
            body.forEach(lines::add);
        } catch (UncheckedIOException e) {
            // The test has seen what it wanted to see, and hung up.
        }
    }

    private List<JsonNode> events() {
        return lines.stream()
                .filter(line -> line.startsWith("data: "))
                .map(line -> json(line.substring("data: ".length())))
                .toList();
    }

    private static String status(JsonNode workspace) {
        return workspace.at("/latest_build/status").asText();
    }

    private static JsonNode json(String text) {
        try {
            return Coder.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
