package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.standins.recordings.JsonDifferences;
import dev.greenroom.standins.recordings.Recording;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/**
 * One run along recordings: sends what was sent then, and compares what comes back with what came back then, both
 * ways. Each run has users of its own, so that runs do not meet.
 */
final class Contract {

    private static final String PASSWORD = "correct-horse-battery";

    private final Target target;
    private final Coder coder;
    private final Bindings bindings = new Bindings();

    Contract(Target target) {
        this.target = target;
        this.coder = new Coder(target.url());
        bindings.let("http://127.0.0.1:3100", target.url());
        bindings.let("<ADMIN_SESSION_TOKEN>", target.adminToken());
        bindings.let("<USER_PASSWORD>", PASSWORD);
        JsonNode admin = coder.get("/api/v2/users/me", target.adminToken()).body();
        bindings.let("ca0b1922-7e0a-47db-9c9b-87ad78a95a30", admin.get("id").asText());
        bindings.letValue("admin", admin.get("username").asText());
        bindings.letValue("Admin", admin.get("name").asText());
        bindings.letValue("admin@example.com", admin.get("email").asText());
        JsonNode organization =
                coder.get("/api/v2/organizations/default", target.adminToken()).body();
        bindings.let(
                "39415106-821f-45ad-96d5-bf971b886c4d", organization.get("id").asText());
        for (String worker : List.of("0894cf67-fcb6-46f6-bf43-0232cb9585ef", "3b916a64-fe6e-4a77-9c81-069337aae28a")) {
            bindings.varies(worker, "[0-9a-f-]{36}");
        }
    }

    Bindings bindings() {
        return bindings;
    }

    Coder coder() {
        return coder;
    }

    String here(String recorded) {
        return bindings.here(recorded);
    }

    /** A name for a user of the recordings, free here. */
    String name(String recorded) {
        String here =
                recorded.charAt(0) + Long.toString(ThreadLocalRandom.current().nextLong(1L << 30, 1L << 31), 36);
        bindings.let(recorded, here);
        target.leftovers().addUser(here);
        return here;
    }

    /** Makes a user of the recordings, with a session. */
    Person person(String recorded, String recordedId) {
        String username = name(recorded);
        String email = username + "@example.com";
        String shown = Character.toUpperCase(recorded.charAt(0)) + recorded.substring(1);
        Answer created = coder.send("POST", "/api/v2/users", target.adminToken(), """
                {"email":"%s","username":"%s","name":"%s","password":"%s","login_type":"password",
                 "organization_ids":["%s"],"user_status":"active"}
                """.formatted(
                        email, username, shown, PASSWORD, here("39415106-821f-45ad-96d5-bf971b886c4d")));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        bindings.let(recordedId, created.text("/id"));
        String token = sessionOf(username);
        bindings.let("<" + recorded.toUpperCase(Locale.ROOT) + "_SESSION_TOKEN>", token);
        return new Person(username, created.text("/id"), token);
    }

    /** Not by a login, of which there may be 60 a minute only. */
    private String sessionOf(String username) {
        return coder.send("POST", "/api/v2/users/" + username + "/keys", target.adminToken(), "")
                .text("/key");
    }

    Person alice() {
        return person("alice", "b2703358-f1df-44ec-a19c-09c06478af2c");
    }

    Person bob() {
        return person("bob", "e5e40ef9-3bac-42c1-a2d0-59dbc9f58542");
    }

    /**
     * Says which template of the target is which of the recordings. Where it is not there, the test is left out; where
     * {@code devcontainers} is not, on which nearly all stands, it fails.
     */
    void template(String name, String recordedId, String recordedActiveVersion) {
        Answer found = coder.get("/api/v2/organizations/default/templates/" + name, target.adminToken());
        if (found.status() == 404 && !name.equals("devcontainers")) {
            Assumptions.abort("that Coder has no template " + name);
        }
        assertThat(found.status()).as("template %s: %s", name, found.body()).isEqualTo(200);
        bindings.let(recordedId, found.text("/id"));
        bindings.let(recordedActiveVersion, found.text("/active_version_id"));
    }

    void devcontainers() {
        template("devcontainers", "67ba8cfc-869d-46cc-8e3f-b0f59137194d", "16c3b443-9536-4787-9e08-b32d434fbc00");
    }

    void minimal() {
        template("minimal", "12e1f7c4-f666-4f08-91ad-84b82f87a6a1", "6e6ca9aa-e75f-48c0-a592-afdda654ab53");
    }

    /** Replays a recording and compares the whole answer. */
    Answer replay(String recording) {
        return replay(recording, recorded -> recorded);
    }

    /** Replays recordings one after the other. */
    void replay(String first, String second, String... others) {
        replay(first);
        replay(second);
        for (String other : others) {
            replay(other);
        }
    }

    /**
     * Replays a recording whose body here has to be something else than then, for reasons that the caller has.
     *
     * @param expected makes of the recorded body what is expected
     */
    Answer replay(String recording, UnaryOperator<JsonNode> expected) {
        Recording recorded = read(recording);
        Answer answer = send(recorded);
        List<String> differences = Comparison.between(recorded, expected.apply(recorded.body()), answer, bindings);
        assertThat(differences).as("%s, answered %s", recording, answer.body()).isEmpty();
        return answer;
    }

    /** The recorded body of an exchange, in the words of this run. */
    JsonNode recordedBody(String recording) {
        return read(recording).body();
    }

    /** Sends the request of a recording without looking at the answer. */
    Answer send(String recording) {
        return send(read(recording));
    }

    /** Compares a body that was got otherwise than by replaying. */
    void assertAlike(String recording, JsonNode answered) {
        assertThat(JsonDifferences.between(read(recording).body(), answered, bindings))
                .as("%s, answered %s", recording, answered)
                .isEmpty();
    }

    private Recording read(String recording) {
        return Recording.read("/coder/" + recording + ".http", bindings::edit);
    }

    private Answer send(Recording recorded) {
        return coder.call(recorded.method(), recorded.path(), recorded.headers(), recorded.requestBody());
    }

    /** The recorded body with other values in some places. */
    static UnaryOperator<JsonNode> with(String field, JsonNode value) {
        return recorded -> ((ObjectNode) recorded.deepCopy()).set(field, value);
    }

    /** Waits until the latest build of a workspace is as far as that. */
    JsonNode awaitStatus(String workspaceId, String token, String status) {
        return await().until(
                        () -> coder.get("/api/v2/workspaces/" + workspaceId + "?include_deleted=true", token)
                                .body(),
                        workspace ->
                                workspace.at("/latest_build/status").asText().equals(status));
    }

    /** A user of this run. */
    record Person(String username, String id, String token) {}
}
