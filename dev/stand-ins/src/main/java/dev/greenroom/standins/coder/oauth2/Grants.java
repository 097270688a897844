package dev.greenroom.standins.coder.oauth2;

import dev.greenroom.standins.coder.keys.ApiKey;
import dev.greenroom.standins.coder.keys.ApiKeys;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Rows;
import dev.greenroom.standins.coder.steering.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** The pairs of tokens: made anew by a login and by a refresh, when the pair before dies at once. */
final class Grants {

    private static final Duration REFRESH_LIFETIME = Duration.ofDays(30);

    private final Rows<Grant> rows;
    private final ApiKeys keys;
    private final Settings settings;
    private final Clock clock;

    Grants(Journal journal, ApiKeys keys, Settings settings, Clock clock) {
        this.rows = new Rows<>("oauth2-grant", Grant.class, journal);
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new pair in place of every one that the user has with the application. */
    Pair issue(String userId, String appId, String secretId) {
        removeIf(grant -> grant.userId().equals(userId) && grant.appId().equals(appId));
        ApiKeys.Issued access = keys.issue(
                userId,
                ApiKey.Origin.OAUTH2,
                userId + "_" + appId + "_oauth_session_token",
                settings.accessTokenLifetime());
        PrefixedSecret refresh = PrefixedSecret.random("refresh token");
        rows.put(new Grant(
                refresh.prefix(),
                refresh.hash(),
                access.key().id(),
                appId,
                secretId,
                userId,
                Moments.now(clock).plus(REFRESH_LIFETIME)));
        return new Pair(access, refresh);
    }

    /** The pair that a refresh token is of, while it lives. */
    Optional<Grant> ofRefreshToken(String token) {
        return PrefixedSecret.parse(token)
                .flatMap(given ->
                        rows.find(given.prefix()).filter(grant -> grant.hash().equals(given.hash())))
                .filter(grant -> grant.expiresAt().isAfter(clock.instant()))
                .filter(grant -> keys.find(grant.keyId()).isPresent());
    }

    /** The pair that an access token is of. */
    Optional<Grant> ofAccessToken(String token) {
        String keyId = token.split("-", 2)[0];
        return rows.all().filter(grant -> grant.keyId().equals(keyId)).findFirst();
    }

    boolean isAlive(Grant grant) {
        return rows.find(grant.id()).isPresent();
    }

    boolean has(String userId, App app) {
        return rows.all()
                .anyMatch(
                        grant -> grant.userId().equals(userId) && grant.appId().equals(app.id()));
    }

    void removeIf(Predicate<Grant> condition) {
        rows.all().filter(condition).forEach(grant -> {
            keys.remove(grant.keyId());
            rows.remove(grant.id());
        });
    }

    /** What the client gets; kept nowhere. */
    record Pair(ApiKeys.Issued access, PrefixedSecret refresh) {}
}
