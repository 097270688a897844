package dev.greenroom.quickstart;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** {@code ./greenroom token USER}: a Backstage token for a user of the stand-in catalog. */
final class Token {
    private Token() {}

    public static void main(String[] args) {
        var running = Running.read(Home.ofScript());
        if (running.isEmpty()) {
            throw fail("nothing is up; start it with ./greenroom up");
        }
        var backstage = running.get().backstage();
        if (backstage == null) {
            throw fail("a real Backstage gives its tokens to those who sign in there");
        }
        System.out.println(of(backstage, args[0]));
    }

    /** The token that the stand-in gives the user; ends this JVM with a sentence where it gives none. */
    static String of(URI backstage, String user) {
        try {
            var uri = backstage.resolve("/stand-in/tokens/" + URLEncoder.encode(user, StandardCharsets.UTF_8));
            var answer = new JsonHttp().get(uri, Map.of());
            if (!answer.ok()) {
                throw fail("no user " + user + " in the catalog");
            }
            return answer.body().path("token").asText();
        } catch (UncheckedIOException e) {
            throw fail("the stand-in for Backstage does not answer; see ./greenroom status");
        }
    }

    /** Ends this JVM, saying why. */
    static RuntimeException fail(String why) {
        System.err.println("greenroom: " + why);
        System.exit(1);
        return new IllegalStateException(why);
    }
}
