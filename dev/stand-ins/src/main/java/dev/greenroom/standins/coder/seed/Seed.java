package dev.greenroom.standins.coder.seed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new stand-in knows, as YAML or JSON. One user at least has the role {@code owner}.
 *
 * <pre>{@code
 * users:
 *   - { username: admin, name: Admin, email: admin@example.com, password: secret, roles: [owner] }
 * templates:
 *   - name: java
 *     displayName: Java
 *     versions: [v1, v2]          # all alike, the last is active
 *     defaultTtlMillis: 28800000
 *     allowUserCancel: true
 *     buildTime: PT3S             # or as the stand-in is set
 *     buildError: no space left   # or start builds succeed
 *     parameters:                 # type, formType, mutable, options, regex, min, max, error as needed
 *       - { name: repo_url, displayName: Repository URL, regex: "^https?://", error: must be an http(s) URL }
 *       - { name: cpu, type: number, defaultValue: "2", min: 1, max: 8, error: cpu must be 1..8 }
 *     presets:
 *       - { name: Large, isDefault: true, parameters: { cpu: "8" } }
 *     externalAuth:               # which nobody has: start builds fail unless it is optional
 *       - { id: github, type: github, displayName: GitHub, optional: true }
 * }</pre>
 */
public record Seed(@Nullable List<SeedUser> users, @Nullable List<SeedTemplate> templates) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert))
            .build();

    public Seed {
        users = users == null ? List.of() : List.copyOf(users);
        templates = templates == null ? List.of() : List.copyOf(templates);
    }

    public static Seed read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the seed " + file, e);
        }
    }

    /** A seed as it is written in a file. */
    public static Seed parse(String yaml) {
        try {
            return YAML.readValue(yaml, Seed.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The users and templates of the recordings: {@code admin}, {@code jane}, {@code john}, {@code devcontainers} and the others. */
    public static Seed recorded() {
        try (InputStream in = Seed.class.getResourceAsStream("recorded.yaml")) {
            if (in == null) {
                throw new IllegalStateException("recorded.yaml is not there");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Seed read(InputStream in) throws IOException {
        return YAML.readValue(in, Seed.class);
    }

    List<SeedUser> knownUsers() {
        return users == null ? List.of() : users;
    }

    List<SeedTemplate> knownTemplates() {
        return templates == null ? List.of() : templates;
    }
}
