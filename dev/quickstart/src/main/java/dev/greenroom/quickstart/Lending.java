package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./greenroom lending [freeze REASON | thaw]}: whether auth-service lends Coder's tokens, as the demo's admin sees
 * and changes it through the gateway.
 */
final class Lending {
    private Lending() {}

    public static void main(String[] args) {
        var lending = AdminApi.of("/v1/admin/lending");
        var answer = args.length == 0
                ? lending.get()
                : lending.send("PUT", Map.of("frozen", isFreeze(args), "reason", reasonOf(args)));
        System.out.println(lineOf(answer.body()));
    }

    private static boolean isFreeze(String[] args) {
        return args[0].equals("freeze");
    }

    private static String reasonOf(String[] args) {
        return isFreeze(args)
                ? Arrays.stream(args).skip(1).collect(Collectors.joining(" "))
                : "./greenroom lending thaw";
    }

    private static String lineOf(JsonNode lending) {
        var state = lending.path("frozen").asBoolean() ? "frozen: no token is lent" : "not frozen: tokens are lent";
        return lending.has("since")
                ? "%s; since %s, by %s: %s"
                        .formatted(
                                state,
                                lending.path("since").asText(),
                                lending.path("changedBy").asText(),
                                lending.path("reason").asText())
                : state;
    }
}
