package dev.greenroom.quickstart;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./greenroom lending [freeze REASON | thaw]}: whether auth-service lends Coder's tokens, as the demo's admin sees
 * and changes it through the gateway.
 */
final class Lending {
    /** The user of the stand-in catalog whom auth-service takes for an admin. */
    static final String ADMIN = "admin";

    private Lending() {}

    public static void main(String[] args) {
        var running = Running.read(Home.ofScript());
        if (running.isEmpty()) {
            throw Token.fail("nothing is up; start it with ./greenroom up");
        }
        var lending = running.get().gateway().resolve("/v1/admin/lending");
        var backstage = running.get().backstage();
        if (backstage == null) {
            throw Token.fail("a real Backstage has the admins: name one in GREENROOM_ADMINS before ./greenroom up,"
                    + " such as user:default/jane, and use their token with " + lending);
        }
        var bearer = Map.of("Authorization", "Bearer " + Token.of(backstage, ADMIN));
        System.out.println(lineOf(ask(lending, bearer, args)));
    }

    private static JsonHttp.Answer ask(URI lending, Map<String, String> bearer, String[] args) {
        try {
            var http = new JsonHttp();
            return args.length == 0
                    ? http.get(lending, bearer)
                    : http.send("PUT", lending, bearer, Map.of("frozen", isFreeze(args), "reason", reasonOf(args)));
        } catch (UncheckedIOException e) {
            throw Token.fail("the gateway does not answer; see ./greenroom status");
        }
    }

    private static boolean isFreeze(String[] args) {
        return args[0].equals("freeze");
    }

    private static String reasonOf(String[] args) {
        return isFreeze(args)
                ? Arrays.stream(args).skip(1).collect(Collectors.joining(" "))
                : "./greenroom lending thaw";
    }

    private static String lineOf(JsonHttp.Answer answer) {
        var body = answer.body();
        if (!answer.ok()) {
            throw Token.fail("auth-service refused: " + answer.status() + " " + body);
        }
        var state = body.path("frozen").asBoolean() ? "frozen: no token is lent" : "not frozen: tokens are lent";
        return body.has("since")
                ? "%s; since %s, by %s: %s"
                        .formatted(
                                state,
                                body.path("since").asText(),
                                body.path("changedBy").asText(),
                                body.path("reason").asText())
                : state;
    }
}
