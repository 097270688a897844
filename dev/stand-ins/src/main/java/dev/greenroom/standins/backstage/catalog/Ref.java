package dev.greenroom.standins.backstage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An entity's reference in the lower case of Backstage's {@code stringifyEntityRef}. */
public record Ref(String kind, String namespace, String name) {
    static final String DEFAULT_NAMESPACE = "default";
    private static final Pattern FORM = Pattern.compile("(?:([^:/]+):)?(?:([^:/]+)/)?([^:/]+)");

    public Ref {
        kind = kind.toLowerCase(Locale.ROOT);
        namespace = namespace.toLowerCase(Locale.ROOT);
        name = name.toLowerCase(Locale.ROOT);
    }

    /** The reference of an entity that has a kind and a name. */
    static Ref of(JsonNode entity) {
        var metadata = entity.path("metadata");
        return new Ref(
                entity.path("kind").asText(),
                metadata.path("namespace").asText(DEFAULT_NAMESPACE),
                metadata.path("name").asText());
    }

    /**
     * Reads a reference as Backstage's {@code parseEntityRef} does, its kind and namespace left out or not.
     *
     * @throws IllegalArgumentException where the text has another form, or no kind and there is no default
     */
    public static Ref parse(String text, @Nullable String defaultKind, String defaultNamespace) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "Entity reference \"" + text + "\" was not on the form" + " [<kind>:][<namespace>/]<name>");
        }
        var kind = match.group(1) == null ? defaultKind : match.group(1);
        if (kind == null) {
            throw new IllegalArgumentException("Entity reference \"" + text + "\" had missing or empty kind"
                    + " (e.g. did not start with \"component:\" or similar)");
        }
        var namespace = match.group(2) == null ? defaultNamespace : match.group(2);
        return new Ref(kind, namespace, match.group(3));
    }

    @Override
    public String toString() {
        return kind + ":" + namespace + "/" + name;
    }
}
