package dev.greenroom.quickstart;

import io.restassured.RestAssured;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds Coder's tokens in a text. */
final class CodersTokens {
    private static final Pattern ACCESS =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{10}-[A-Za-z0-9]{22}(?![A-Za-z0-9])");
    private static final Pattern PREFIXED = Pattern.compile("coder_[A-Za-z0-9]{10}_[A-Za-z0-9]{40}");

    private CodersTokens() {}

    /**
     * What opens Coder's API: access tokens, and those of web sessions. Other random text may look like one, so Coder is
     * asked.
     */
    static Set<String> thatOpen(String coder, String text) {
        return matches(ACCESS, text).stream()
                .filter(token -> opens(coder, token))
                .collect(Collectors.toSet());
    }

    private static boolean opens(String coder, String token) {
        return RestAssured.given()
                        .header("Coder-Session-Token", token)
                        .get(coder + "/api/v2/users/me")
                        .statusCode()
                == 200;
    }

    /** Refresh tokens, client secrets and codes, which all look alike. */
    static Set<String> ofClients(String text) {
        return matches(PREFIXED, text);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
