package dev.greenroom.catalogsync.compile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Compiles YAML as an author would write it. */
final class Compile {
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    static final UserRef JANE = UserRef.parse("user:default/jane");
    static final UserRef JOE = UserRef.parse("user:default/joe");

    static final CoderDefaults NO_DEFAULTS = new CoderDefaults(
            "default",
            URI.create("https://coder.example.com"),
            true,
            null,
            CoderConfig.Mode.MANUAL,
            List.of("repo_url"),
            Map.of());

    private Compile() {}

    static Compilation coder(CoderDefaults defaults, String coder) {
        return CompileCoderConfig.compile(defaults, entity(yaml(coder), "url:https://github.com/acme/payments/"));
    }

    static Compilation.Compiled compiled(CoderDefaults defaults, String coder) {
        return (Compilation.Compiled) coder(defaults, coder);
    }

    static CatalogEntity entity(JsonNode coder, String sourceLocation) {
        var ref = EntityRef.parse("component:default/payments");
        return new CatalogEntity(
                ref, "0c3a0fb5-0000-4000-8000-000000000001", coder, sourceLocation, Owners.of(List.of(JANE, JOE)));
    }

    static JsonNode yaml(String text) {
        try {
            return YAML.readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
