package dev.greenroom.quickstart;

import dev.greenroom.standins.coder.oauth2.ClientCredentials;
import io.restassured.RestAssured;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds tokens of Coder's that are good: what looks like one, and then is one when Coder is asked.
 *
 * @param coder its URL
 * @param application whose refresh tokens are looked for
 */
record CodersTokens(String coder, ClientCredentials application) {
    private static final Pattern ACCESS =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{10}-[A-Za-z0-9]{22}(?![A-Za-z0-9])");
    private static final Pattern REFRESH = Pattern.compile("coder_[A-Za-z0-9]{10}_[A-Za-z0-9]{40}");

    /** Tokens that open Coder's API, those of its own web sessions among them. */
    static Set<String> lookingLikeAccess(String text) {
        return matches(ACCESS, text);
    }

    /** Refresh tokens, and codes, which look alike. */
    static Set<String> lookingLikeRefresh(String text) {
        return matches(REFRESH, text);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    Set<String> goodForAccess(String text) {
        return good(lookingLikeAccess(text), this::opensCoder);
    }

    Set<String> goodForRefresh(String text) {
        return good(lookingLikeRefresh(text), this::refreshes);
    }

    private static Set<String> good(Set<String> candidates, Predicate<String> test) {
        return candidates.stream().filter(test).collect(Collectors.toSet());
    }

    private boolean opensCoder(String token) {
        return RestAssured.given()
                        .header("Coder-Session-Token", token)
                        .get(coder + "/api/v2/users/me")
                        .statusCode()
                == 200;
    }

    private boolean refreshes(String token) {
        return RestAssured.given()
                        .formParam("grant_type", "refresh_token")
                        .formParam("refresh_token", token)
                        .formParam("client_id", application.clientId())
                        .formParam("client_secret", application.clientSecret())
                        .post(coder + "/oauth2/tokens")
                        .statusCode()
                == 200;
    }
}
