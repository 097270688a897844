package dev.greenroom.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ./greenroom preprovision [pause REASON | resume]}: what workspace-service makes with nobody asking, as the demo's
 * admin sees it and pauses it through the gateway.
 */
final class Preprovision {
    private Preprovision() {}

    public static void main(String[] args) {
        var preprovision = AdminApi.of("/v1/admin/preprovision");
        var answer = args.length == 0
                ? preprovision.get()
                : preprovision.send("PUT", Map.of("paused", isPause(args), "reason", reasonOf(args)));
        System.out.println(lineOf(answer.body()));
    }

    private static boolean isPause(String[] args) {
        return args[0].equals("pause");
    }

    private static String reasonOf(String[] args) {
        return isPause(args)
                ? Arrays.stream(args).skip(1).collect(Collectors.joining(" "))
                : "./greenroom preprovision resume";
    }

    private static String lineOf(JsonNode preprovision) {
        var state = (preprovision.path("paused").asBoolean() ? "paused" : "not paused") + ": "
                + waiting(preprovision.path("waiting")) + " wait";
        return preprovision.has("since")
                ? "%s; since %s, by %s: %s"
                        .formatted(
                                state,
                                preprovision.path("since").asText(),
                                preprovision.path("changedBy").asText(),
                                preprovision.path("reason").asText())
                : state;
    }

    private static long waiting(JsonNode counts) {
        long sum = 0;
        for (var count : counts) {
            sum += count.asLong();
        }
        return sum;
    }
}
