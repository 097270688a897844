package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The entity reference of a Backstage user, {@code user:namespace/name}: the {@code sub} of their token. */
public record UserRef(String namespace, String name) implements Comparable<UserRef> {
    private static final String KIND = "user";

    public UserRef {
        var ref = new EntityRef(KIND, namespace, name);
        namespace = ref.namespace();
        name = ref.name();
    }

    /**
     * Reads {@code user:namespace/name}.
     *
     * @throws IllegalArgumentException where the text is no full reference, or one of another kind
     */
    @JsonCreator
    public static UserRef parse(String text) {
        var ref = EntityRef.parse(text);
        if (!ref.kind().equals(KIND)) {
            throw new IllegalArgumentException("not a user's reference (user:namespace/name): " + text);
        }
        return new UserRef(ref.namespace(), ref.name());
    }

    @Override
    public int compareTo(UserRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        return KIND + ":" + namespace + "/" + name;
    }
}
