package dev.greenroom.standins.coder.templates;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Coder thinks of parameter values before anything is created (recorded: {@code 08-evaluate-valid}, {@code 09-evaluate-invalid}). */
final class EvaluationJson {

    private EvaluationJson() {}

    static JsonObject of(TemplateVersion version, Map<String, String> inputs) {
        JsonArray parameters = new JsonArray();
        for (RichParameter parameter : version.parameters()) {
            String value = inputs.getOrDefault(parameter.name(), parameter.defaultValue());
            parameters.add(of(parameter, value, parameters.size() + 1));
        }
        return new JsonObject().put("id", 0).put("diagnostics", new JsonArray()).put("parameters", parameters);
    }

    static JsonObject ownerNotFound() {
        JsonObject diagnostic = new JsonObject()
                .put("severity", "error")
                .put("summary", "Failed to fetch workspace owner")
                .put("detail", "Please check your permissions or the user may not exist.")
                .put("extra", new JsonObject().put("code", "owner_not_found"));
        return new JsonObject()
                .put("id", 0)
                .put("diagnostics", new JsonArray().add(diagnostic))
                .putNull("parameters");
    }

    private static JsonObject of(RichParameter parameter, @Nullable String value, int order) {
        JsonArray options = new JsonArray();
        parameter
                .options()
                .forEach(option -> options.add(new JsonObject()
                        .put("name", option.name())
                        .put("description", "")
                        .put("value", value(option.value()))
                        .put("icon", "")));
        return new JsonObject()
                .put("name", parameter.name())
                .put("display_name", parameter.displayName())
                .put("description", parameter.description())
                .put("type", parameter.type())
                .put("form_type", parameter.formType())
                .put("styling", new JsonObject())
                .put("mutable", parameter.mutable())
                .put("default_value", value(parameter.defaultValue()))
                .put("icon", "")
                .put("options", options)
                .put("validations", validations(parameter))
                .put("required", parameter.isRequired())
                .put("order", order)
                .put("ephemeral", false)
                .put("value", value(value))
                .put("diagnostics", diagnostics(parameter, value));
    }

    private static JsonArray validations(RichParameter parameter) {
        JsonArray validations = new JsonArray();
        if (parameter.isValidated()) {
            validations.add(new JsonObject()
                    .put("validation_error", parameter.error())
                    .put("validation_regex", parameter.regex())
                    .put("validation_min", parameter.min())
                    .put("validation_max", parameter.max())
                    .putNull("validation_monotonic"));
        }
        return validations;
    }

    private static JsonArray diagnostics(RichParameter parameter, @Nullable String value) {
        JsonArray diagnostics = new JsonArray();
        Diagnostic.of(parameter, value)
                .forEach(diagnostic -> diagnostics.add(new JsonObject()
                        .put("severity", "error")
                        .put("summary", diagnostic.summary())
                        .put("detail", diagnostic.detail())
                        .put("extra", new JsonObject().put("code", ""))));
        return diagnostics;
    }

    private static JsonObject value(@Nullable String value) {
        return new JsonObject().put("value", value == null ? "" : value).put("valid", value != null);
    }
}
