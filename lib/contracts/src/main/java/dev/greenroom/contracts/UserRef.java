package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A user of a Backstage. In the environment without a name it is their entity reference, {@code user:namespace/name},
 * the {@code sub} of their token. In one with a name that follows, {@code user:namespace/name@environment}, which no
 * entity reference has: so the same reference in two environments is two users wherever a user is a key.
 *
 * @param environment null for the one without a name
 */
public record UserRef(
        String namespace, String name, @Nullable Environment environment) implements Comparable<UserRef> {
    private static final String KIND = "user";
    private static final String SEPARATOR = "@";

    public UserRef {
        var ref = new EntityRef(KIND, namespace, name);
        namespace = ref.namespace();
        name = ref.name();
    }

    /** One of the environment without a name. */
    public UserRef(String namespace, String name) {
        this(namespace, name, null);
    }

    /**
     * The user of the environment without a name whose entity this is.
     *
     * @throws IllegalArgumentException where it is an entity of another kind
     */
    public static UserRef of(EntityRef entity) {
        if (!entity.kind().equals(KIND)) {
            throw new IllegalArgumentException("not a user's reference (user:namespace/name): " + entity);
        }
        return new UserRef(entity.namespace(), entity.name());
    }

    /**
     * Reads {@code user:namespace/name} and {@code user:namespace/name@environment}. Not for what a Backstage says,
     * which names no environment: that is an {@link EntityRef}.
     *
     * @throws IllegalArgumentException where the text is no full reference, or one of another kind
     */
    @JsonCreator
    public static UserRef parse(String text) {
        var parts = text.split(SEPARATOR, 2);
        var user = of(EntityRef.parse(parts[0]));
        return parts.length == 1 ? user : user.in(new Environment(parts[1].toLowerCase(Locale.ROOT)));
    }

    /** The user of that reference in an environment. */
    public UserRef in(@Nullable Environment environment) {
        return new UserRef(namespace, name, environment);
    }

    @Override
    public int compareTo(UserRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        var entity = KIND + ":" + namespace + "/" + name;
        return environment == null ? entity : entity + SEPARATOR + environment;
    }
}
