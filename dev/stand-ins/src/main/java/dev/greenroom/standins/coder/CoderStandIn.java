package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.keys.ApiKey;
import dev.greenroom.standins.coder.oauth2.ClientCredentials;
import dev.greenroom.standins.coder.seed.Seed;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.steering.Faults;
import dev.greenroom.standins.coder.steering.Ledger;
import dev.greenroom.standins.coder.steering.Settings;
import dev.greenroom.standins.coder.users.Role;
import dev.greenroom.standins.coder.users.User;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as a real Coder v2.36.0 was recorded to, with state, in this process. Everything about it may
 * be called from any thread; what is set over HTTP ({@code /stand-in/**}) and here is the same.
 */
public final class CoderStandIn implements AutoCloseable {

    private static final Duration TOKEN_LIFETIME = Duration.ofDays(7);

    private final CoderServer server;

    private CoderStandIn(CoderServer server) {
        this.server = server;
    }

    /** A stand-in with the users and templates of the recordings, on a free port of 127.0.0.1, that forgets. */
    public static CoderStandIn start() {
        return start("127.0.0.1", 0, Journal.inMemory(), Seed.recorded());
    }

    /**
     * A stand-in that may keep what it knows.
     *
     * @param port 0 for a free one
     * @param state a folder; what is in it goes on, and the seed is used only when it is new; null to forget
     */
    public static CoderStandIn start(String host, int port, @Nullable Path state, Seed seed) {
        return start(host, port, state == null ? Journal.inMemory() : Journal.in(state), seed);
    }

    private static CoderStandIn start(String host, int port, Journal journal, Seed seed) {
        return new CoderStandIn(CoderServer.start(host, port, journal, seed, Clock.systemUTC()));
    }

    /** Where it listens, without a slash at the end. */
    public String url() {
        return server.url();
    }

    /** Every call since the start or {@link Ledger#clear()}. */
    public Ledger ledger() {
        return server.ledger();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return server.faults();
    }

    /** Limits, experiments and provisioners. */
    public Settings settings() {
        return server.settings();
    }

    /** Sets how long builds take from now on. */
    public void buildTime(Duration time) {
        server.settings().buildTime(time);
    }

    /** Adds a member with this password; the email address is {@code <username>@example.com}. */
    public void addUser(String username, String password) {
        addUser(username, password, Set.of());
    }

    public void addUser(String username, String password, Set<Role> roles) {
        server.call(() -> server.users().create(username, username, username + "@example.com", password, roles));
    }

    /** Registers an OAuth2 application. */
    public ClientCredentials addOAuth2App(String name, String callbackUrl) {
        return server.call(() -> server.oauth2().register(name, callbackUrl));
    }

    /** Makes an API token with the user's full rights that lives for a week. */
    public String tokenFor(String username) {
        return tokenFor(username, TOKEN_LIFETIME);
    }

    /** Alike, with a life of its own. */
    public String tokenFor(String username, Duration lifetime) {
        return server.call(() -> {
            User user = server.users().byUsername(username).orElseThrow();
            return server.keys()
                    .issue(user.id(), ApiKey.Origin.TOKEN, "stand-in-" + System.nanoTime(), lifetime)
                    .token();
        });
    }

    /** Suspends a user, whose tokens then answer 401, or activates them again. */
    public void suspend(String username, boolean suspended) {
        server.call(() -> server.users()
                .set(
                        server.users().byUsername(username).orElseThrow(),
                        suspended ? User.Status.SUSPENDED : User.Status.ACTIVE));
    }

    /**
     * Adds the templates and users of a seed to those that are there. A template of the same name stays as it is and gets
     * the seed's versions as further ones, of which the last is active.
     */
    public void sow(Seed seed) {
        server.call(() -> {
            server.sow(seed);
            return seed;
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
