package dev.greenroom.standins.coder.templates;

import dev.greenroom.standins.coder.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parameter values of a build: the version's defaults, over them those of the build before, over them those
 * that are given, over them those of a preset. A value for a parameter that the version does not have is dropped
 * without a word (recorded: {@code 28-create-missing-required-param} to {@code 34-create-param-duplicate}).
 */
public final class ResolveParameters {

    private final TemplateVersion version;
    private final Map<String, String> before;
    private final Map<String, String> given;
    private final Map<String, String> preset;

    /**
     * @param before the values of the build before; empty for the first build, which may set what is not mutable
     */
    public ResolveParameters(
            TemplateVersion version,
            Map<String, String> before,
            Map<String, String> given,
            Map<String, String> preset) {
        this.version = version;
        this.before = before;
        this.given = given;
        this.preset = preset;
    }

    public Map<String, String> resolve() {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<Diagnostic>> problems = new TreeMap<>();
        for (RichParameter parameter : version.parameters()) {
            String value = valueOf(parameter);
            List<Diagnostic> found = new ArrayList<>(Diagnostic.of(parameter, value));
            String old = before.get(parameter.name());
            if (!parameter.mutable() && old != null && !old.equals(value)) {
                found.addFirst(new Diagnostic(
                        "Immutable parameter changed",
                        "Parameter \"" + parameter.name()
                                + "\" is not mutable, so it can't be updated after creating a workspace."));
            }
            if (value != null) {
                values.put(parameter.name(), value);
            }
            if (!found.isEmpty()) {
                problems.put(parameter.name(), found);
            }
        }
        refuse(problems);
        return values;
    }

    private @Nullable String valueOf(RichParameter parameter) {
        String name = parameter.name();
        for (Map<String, String> source : List.of(preset, given, before)) {
            if (source.containsKey(name)) {
                return source.get(name);
            }
        }
        return parameter.defaultValue();
    }

    private static void refuse(Map<String, List<Diagnostic>> problems) {
        if (problems.isEmpty()) {
            return;
        }
        Refusal refusal = Refusal.of(400, "Unable to validate parameters");
        for (var problem : problems.entrySet()) {
            Diagnostic first = problem.getValue().getFirst();
            int others = problem.getValue().size() - 1;
            refusal = refusal.field(
                    problem.getKey(),
                    first.summary() + "; " + first.detail()
                            + (others == 0 ? "" : ", and " + others + " other diagnostic(s)"));
        }
        throw refusal;
    }
}
