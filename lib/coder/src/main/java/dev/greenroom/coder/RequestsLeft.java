package dev.greenroom.coder;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What Coder says of its rate limit with each answer of its API: 512 requests a minute, for each user and path, unless its
 * operator has set another number (recorded: {@code X-Ratelimit-*} in every answer below {@code /api/v2}).
 *
 * @param limit requests a minute
 * @param left how many of them are left, whoever used the others
 * @param resetsAt when Coder's minute ends, by Coder's clock
 */
public record RequestsLeft(int limit, int left, Instant resetsAt) {
    private static final String HEADERS = "X-Ratelimit-";

    /**
     * Reads the headers of an answer; empty where it has none, as with a limit that is off.
     *
     * @param header gives the value of a header, null where there is none
     */
    public static Optional<RequestsLeft> of(UnaryOperator<@Nullable String> header) {
        try {
            return Optional.of(new RequestsLeft(
                    Integer.parseInt(String.valueOf(header.apply(HEADERS + "Limit"))),
                    Integer.parseInt(String.valueOf(header.apply(HEADERS + "Remaining"))),
                    Instant.ofEpochSecond(Long.parseLong(String.valueOf(header.apply(HEADERS + "Reset"))))));
        } catch (NumberFormatException absent) {
            return Optional.empty();
        }
    }
}
