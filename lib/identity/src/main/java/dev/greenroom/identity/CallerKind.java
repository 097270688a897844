package dev.greenroom.identity;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Who may call, and what their tokens look like. Which kind may call a path says {@link ExpectedCaller}. */
enum CallerKind {
    /**
     * A signed-in user of a Backstage. By the type, refused are the tokens that it puts into cookies (limited-user) and
     * those of its plugins. The subject is what Backstage says, so it never names an environment.
     */
    USER("vnd.backstage.user", CallerKind::isUser),
    /** A service of ours, by an access token as RFC 9068 has it. */
    SERVICE("at+jwt", Pattern.compile("[a-z][a-z0-9-]{0,62}").asMatchPredicate());

    private final String type;
    private final Predicate<String> subject;

    CallerKind(String type, Predicate<String> subject) {
        this.type = type;
        this.subject = subject;
    }

    /** The only header {@code typ} that passes. */
    String type() {
        return type;
    }

    /** Whether a {@code sub} has the form of such a caller's name. */
    boolean names(String subject) {
        return this.subject.test(subject);
    }

    private static boolean isUser(String subject) {
        try {
            UserRef.of(EntityRef.parse(subject));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
