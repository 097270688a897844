package dev.greenroom.standins.coder.keys;

import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Rows;
import dev.greenroom.standins.coder.state.Secrets;
import dev.greenroom.standins.leaks.Canary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All API keys: sessions, API tokens, and the access tokens of OAuth2. */
public final class ApiKeys {

    static final int ID_LENGTH = 10;
    static final int SECRET_LENGTH = 22;

    private final Rows<ApiKey> rows;
    private final Clock clock;

    public ApiKeys(Journal journal, Clock clock) {
        this.rows = new Rows<>("api-key", ApiKey.class, journal);
        this.clock = clock;
    }

    /** Makes a key with the user's full rights, and gives the token, which is kept nowhere. */
    public Issued issue(String userId, ApiKey.Origin origin, String name, Duration lifetime) {
        return issue(userId, origin, name, lifetime, List.of(Scopes.ALL));
    }

    Issued issue(String userId, ApiKey.Origin origin, String name, Duration lifetime, List<String> scopes) {
        String secret = Secrets.random(SECRET_LENGTH);
        Canary.note("token of Coder: " + origin, secret);
        Instant now = Moments.now(clock);
        ApiKey key = rows.put(new ApiKey(
                Secrets.random(ID_LENGTH),
                userId,
                Secrets.hash(secret),
                origin,
                name,
                scopes,
                lifetime.toSeconds(),
                now,
                now.plus(lifetime),
                Instant.EPOCH));
        return new Issued(key, key.id() + "-" + secret);
    }

    public Optional<ApiKey> find(String id) {
        return rows.find(id);
    }

    Stream<ApiKey> tokensOf(String userId) {
        return rows.all().filter(key -> key.userId().equals(userId) && key.origin() == ApiKey.Origin.TOKEN);
    }

    ApiKey used(ApiKey key) {
        return rows.put(key.used(Moments.now(clock)));
    }

    public void remove(String id) {
        rows.remove(id);
    }

    /**
     * A new key and its token.
     *
     * @param token the only time that the secret is seen
     */
    public record Issued(ApiKey key, String token) {

        @Override
        public String toString() {
            return "Issued[" + key + "]";
        }
    }
}
