package dev.greenroom.workspace.origin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.Drift;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an entity's configuration said of a workspace when it was created.
 *
 * @param organization the default one where null
 * @param params without those for which who asked for it had a value of their own
 * @param overridden the names of those: the configuration's values of them never were the workspace's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Configured(
        @Nullable String organization,
        @Nullable String templateName,
        @Nullable String preset,
        Map<String, String> params,
        Set<String> overridden) {

    public Configured {
        params = Map.copyOf(params);
        overridden = Collections.unmodifiableSet(new TreeSet<>(overridden));
    }

    public static Configured of(CoderConfig config, CreateWorkspace command) {
        var overridden = command.params().keySet();
        return new Configured(
                config.organization(),
                config.templateName(),
                config.preset(),
                without(overridden, config.params()),
                overridden);
    }

    /** How a configuration differs from it; empty where it says the same. */
    Optional<Drift> differenceTo(CoderConfig now) {
        var drift = new Drift(
                !isSameTemplate(now),
                !Objects.equals(preset, now.preset()),
                differing(without(overridden, now.params())));
        return drift.template() || drift.preset() || !drift.params().isEmpty() ? Optional.of(drift) : Optional.empty();
    }

    /** Coder's names are the same in whatever case. */
    private boolean isSameTemplate(CoderConfig now) {
        return isSame(templateName, now.templateName())
                && isSame(orDefault(organization), orDefault(now.organization()));
    }

    private static String orDefault(@Nullable String organization) {
        return organization == null ? "default" : organization;
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? Objects.equals(one, other) : one.equalsIgnoreCase(other);
    }

    private List<String> differing(Map<String, String> now) {
        var names = new TreeSet<>(params.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> Objects.equals(params.get(name), now.get(name)));
        return List.copyOf(names);
    }

    private static Map<String, String> without(Set<String> names, Map<String, String> params) {
        var others = new HashMap<>(params);
        others.keySet().removeAll(names);
        return others;
    }

    /** Names only: values may be confidential. */
    @Override
    public String toString() {
        return "Configured[template=" + templateName + ", params=" + params.keySet() + "]";
    }
}
