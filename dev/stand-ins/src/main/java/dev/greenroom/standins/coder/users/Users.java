package dev.greenroom.standins.coder.users;

import dev.greenroom.standins.coder.http.Refusal;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.state.Moments;
import dev.greenroom.standins.coder.state.Rows;
import dev.greenroom.standins.coder.state.Secrets;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** All users. */
public final class Users {

    private final Rows<User> rows;
    private final Clock clock;

    public Users(Journal journal, Clock clock) {
        this.rows = new Rows<>("user", User.class, journal);
        this.clock = clock;
    }

    public User create(String username, String name, String email, String password, Set<Role> roles) {
        if (byUsername(username).isPresent() || byEmail(email).isPresent()) {
            throw Refusal.of(409, "User already exists.");
        }
        String id = UUID.randomUUID().toString();
        User user = User.created(id, username, name, email, Secrets.hash(id + password), Moments.now(clock));
        return rows.put(user.with(roles));
    }

    public User get(String id) {
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    public Optional<User> byUsername(String username) {
        return rows.all()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    /** A user as paths name them: {@code me}, an id or a username. */
    public User named(String name, User caller) {
        if (name.equals("me")) {
            return caller;
        }
        return rows.find(name).or(() -> byUsername(name)).orElseThrow(Refusal::notFound);
    }

    /** The user with this email address and password. */
    public Optional<User> proven(String email, String password) {
        return byEmail(email).filter(user -> user.passwordHash().equals(Secrets.hash(user.id() + password)));
    }

    public Stream<User> all() {
        return rows.all().sorted(Comparator.comparing(User::username));
    }

    public boolean isEmpty() {
        return rows.count() == 0;
    }

    public User seen(User user) {
        return rows.put(user.seen(Moments.now(clock)));
    }

    public User set(User user, User.Status status) {
        return rows.put(user.with(status, Moments.now(clock)));
    }

    /** Gives a user these of the roles that {@code scope} names, and keeps the others. */
    public User set(User user, Set<Role> scope, Set<Role> roles) {
        Set<Role> kept = new HashSet<>(user.roles());
        kept.removeAll(scope);
        kept.addAll(roles);
        return rows.put(user.with(kept));
    }

    private Optional<User> byEmail(String email) {
        return rows.all().filter(user -> user.email().equalsIgnoreCase(email)).findFirst();
    }
}
