package dev.greenroom.quickstart;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;

/** A path of the gateway's {@code /v1/admin}, as the demo's admin asks it. Ends this JVM with a sentence where it can't. */
record AdminApi(URI path, Map<String, String> bearer) {
    /** The user of the stand-in catalog whom the services take for an admin. */
    static final String ADMIN = "admin";

    static AdminApi of(String path) {
        var running = Running.read(Home.ofScript());
        if (running.isEmpty()) {
            throw Token.fail("nothing is up; start it with ./greenroom up");
        }
        var uri = running.get().gateway().resolve(path);
        var backstage = running.get().backstage();
        if (backstage == null) {
            throw Token.fail("a real Backstage has the admins: name one in GREENROOM_ADMINS before ./greenroom up,"
                    + " such as user:default/jane, and use their token with " + uri);
        }
        return new AdminApi(uri, Map.of("Authorization", "Bearer " + Token.of(backstage, ADMIN)));
    }

    JsonHttp.Answer get() {
        try {
            return accepted(new JsonHttp().get(path, bearer));
        } catch (UncheckedIOException e) {
            throw silent();
        }
    }

    JsonHttp.Answer send(String method, Object body) {
        try {
            return accepted(new JsonHttp().send(method, path, bearer, body));
        } catch (UncheckedIOException e) {
            throw silent();
        }
    }

    private static JsonHttp.Answer accepted(JsonHttp.Answer answer) {
        if (!answer.ok()) {
            throw Token.fail("refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static RuntimeException silent() {
        return Token.fail("the gateway does not answer; see ./greenroom status");
    }
}
