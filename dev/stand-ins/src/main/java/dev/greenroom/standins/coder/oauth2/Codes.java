package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The authorization codes that have not been used. */
final class Codes {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Rows<Code> rows;
    private final Clock clock;

    Codes(Journal journal, Clock clock) {
        this.rows = new Rows<>("oauth2-code", Code.class, journal);
        this.clock = clock;
    }

    /** Makes a code and gives its text, which is kept nowhere. */
    String issue(String appId, String userId, String challenge, @Nullable String redirectUri) {
        PrefixedSecret code = PrefixedSecret.random("code");
        rows.put(new Code(
                code.prefix(),
                code.hash(),
                appId,
                userId,
                challenge,
                redirectUri,
                Moments.now(clock).plus(LIFETIME)));
        return code.text();
    }

    Optional<Code> find(String text) {
        return PrefixedSecret.parse(text)
                .flatMap(given ->
                        rows.find(given.prefix()).filter(code -> code.hash().equals(given.hash())))
                .filter(code -> code.expiresAt().isAfter(clock.instant()));
    }

    void use(Code code) {
        rows.remove(code.id());
    }
}
