package dev.greenroom.catalogsync;

import dev.greenroom.standins.backstage.BackstageStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Writes catalog-info files as authors do. Names are new in each test, since the topic keeps what others published. */
public final class TestCatalog {
    private final BackstageStandIn backstage;

    public TestCatalog(BackstageStandIn backstage) {
        this.backstage = backstage;
    }

    public static String newName(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param coder the value of {@code spec.coder} in YAML's flow style */
    public void component(String name, String coder) {
        component(name, coder, "user:default/jane");
    }

    public void component(String name, String coder, String owner) {
        write("Component", name, "type: service, owner: " + owner + ", coder: " + coder);
    }

    public void api(String name) {
        write("API", name, "type: openapi, definition: x, owner: user:default/jane");
    }

    public void resource(String name) {
        write("Resource", name, "type: database, owner: user:default/jane");
    }

    public void group(String name, String... children) {
        write("Group", name, "type: team, children: [" + String.join(", ", children) + "]");
    }

    /** A component whose location has gone, as Backstage keeps it with {@code orphanStrategy: keep}. */
    public void orphan(String name, String coder) {
        write(
                "Component",
                name,
                "type: service, owner: user:default/jane, coder: " + coder,
                "backstage.io/orphan: 'true'");
    }

    /** A component that says nothing about Coder. */
    public void silent(String name) {
        write("Component", name, "type: service, owner: user:default/jane");
    }

    public void user(String name, String... groups) {
        write("User", name, "memberOf: [" + String.join(", ", groups) + "]");
    }

    /** Deletes a component. */
    public void delete(String name) {
        backstage.files().delete("Component-" + name + ".yaml");
    }

    /** A catalog of one group that owns nothing, and a Backstage without faults. */
    public void clear() {
        backstage.faults().clear();
        try (var files = Files.list(backstage.files().folder())) {
            files.map(Path::getFileName).map(Path::toString).forEach(backstage.files()::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        group("everybody");
    }

    public void ofType(String name, String type) {
        write("Component", name, "type: " + type + ", owner: user:default/jane, coder: {}");
    }

    /** Deletes a group. */
    public void deleteGroup(String name) {
        backstage.files().delete("Group-" + name + ".yaml");
    }

    private void write(String kind, String name, String spec) {
        write(kind, name, spec, "greenroom.dev/test: x");
    }

    private void write(String kind, String name, String spec, String annotation) {
        backstage.files().write(kind + "-" + name + ".yaml", """
                apiVersion: backstage.io/v1alpha1
                kind: %s
                metadata:
                  name: %s
                  annotations:
                    backstage.io/source-location: url:https://github.com/acme/%s/tree/main/
                    %s
                spec: {lifecycle: production, %s}
                """.formatted(kind, name, name, annotation, spec));
    }
}
