package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.standins.recordings.JsonDifferences;
import dev.greenroom.standins.recordings.Likeness;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Which texts of Backstage's answers differ from one server to the next, and what they must have in common. */
final class BackstageLikeness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Likeness ETAGS = Likeness.pattern("[0-9a-f]{40}");
    private static final Likeness LOCATIONS = Likeness.pattern("generated-[0-9a-f]{40}");
    private static final Likeness COORDINATES = Likeness.pattern("[A-Za-z0-9_-]{43}");
    private static final Pattern RECORDED_TOKEN =
            Pattern.compile("<JWT header=(\\{.*}) claims=(\\{.*}) signature omitted>");

    static final Likeness ALL = Likeness.EQUAL
            .or(Likeness.UUIDS)
            .or(ETAGS)
            .or(LOCATIONS)
            .or(COORDINATES)
            .or(BackstageLikeness::cursors)
            .or(BackstageLikeness::tokens);

    private BackstageLikeness() {}

    /** The same content, in whatever order of its fields. */
    private static boolean cursors(String recorded, String answered) {
        return recorded.startsWith("eyJ")
                && JsonDifferences.between(decoded(recorded), decoded(answered), Likeness.EQUAL)
                        .isEmpty();
    }

    /** The same header but for the key, the same claims but for the moment; good for the same hour. */
    private static boolean tokens(String recorded, String answered) {
        var token = RECORDED_TOKEN.matcher(recorded);
        if (!token.matches()) {
            return false;
        }
        var parts = answered.split("\\.");
        var claims = decoded(parts[1]);
        var recordedClaims = json(token.group(2));
        return parts.length == 3
                && JsonDifferences.between(json(token.group(1)), decoded(parts[0]), Likeness.UUIDS.or(Likeness.EQUAL))
                        .isEmpty()
                && JsonDifferences.between(recordedClaims, claims, BackstageLikeness::proofs).stream()
                        .allMatch(difference -> difference.matches("/(iat|exp): recorded \\d+, answered \\d+"))
                && lifetime(recordedClaims) == lifetime(claims);
    }

    private static boolean proofs(String recorded, String answered) {
        return recorded.equals("<signature>") ? answered.matches("[A-Za-z0-9_-]{86}") : recorded.equals(answered);
    }

    private static long lifetime(JsonNode claims) {
        return claims.path("exp").asLong() - claims.path("iat").asLong();
    }

    private static JsonNode decoded(String base64) {
        return json(
                new String(Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'))));
    }

    /** Recorded tokens are printed by Python. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
