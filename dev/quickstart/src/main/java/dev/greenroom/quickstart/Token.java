package dev.greenroom.quickstart;

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
        var answer = new JsonHttp().get(backstage.resolve("/stand-in/tokens/" + args[0]), Map.of());
        if (!answer.ok()) {
            throw fail("no user " + args[0] + " in the catalog");
        }
        System.out.println(answer.body().path("token").asText());
    }

    private static RuntimeException fail(String why) {
        System.err.println("greenroom: " + why);
        System.exit(1);
        return new IllegalStateException(why);
    }
}
