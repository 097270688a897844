package dev.greenroom.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A full entity reference, {@code kind:namespace/name}, in the lower case in which Backstage's
 * {@code stringifyEntityRef} prints it. Two references are the same entity exactly when they are equal.
 *
 * <p>The parts are what Backstage's default validators take ({@code KubernetesValidatorFunctions}), but for their length:
 * theirs is 63, and an operator may bring validators of their own.
 *
 * @throws IllegalArgumentException where a part is empty, too long, or not as Backstage has it
 */
public record EntityRef(String kind, String namespace, String name) implements Comparable<EntityRef> {
    private static final Pattern FULL = Pattern.compile("([^:/]+):([^:/]+)/([^:/]+)");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?");
    private static final int MAX_LENGTH = 253;

    public EntityRef {
        kind = part("kind", KIND, kind);
        namespace = part("namespace", NAMESPACE, namespace);
        name = part("name", NAME, name);
    }

    /** Reads {@code kind:namespace/name}; a short form is refused, since what it means depends on who reads it. */
    @JsonCreator
    public static EntityRef parse(String text) {
        var match = FULL.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a full entity reference (kind:namespace/name): " + text);
        }
        return new EntityRef(match.group(1), match.group(2), match.group(3));
    }

    private static String part(String what, Pattern pattern, String value) {
        if (value.length() > MAX_LENGTH || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException("not an entity's " + what + ": " + value);
        }
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public int compareTo(EntityRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    @JsonValue
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
