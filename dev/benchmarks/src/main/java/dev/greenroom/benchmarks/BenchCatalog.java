package dev.greenroom.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A folder of entities: a user each, and a component that the user owns. */
record BenchCatalog(Path folder) {

    void write(List<String> owners) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        owners.forEach(owner -> {
            put(owner + "-user", user(owner));
            put(owner, component(owner, owner, false));
        });
    }

    /** A component that opts in to pre-provisioning. */
    void optIn(String name, String owner) {
        put(name, component(name, owner, true));
    }

    /** In one step, so that nobody reads half a file. */
    private void put(String name, String yaml) {
        try {
            var written = Files.writeString(folder.resolve(name + ".new"), yaml);
            Files.move(written, folder.resolve(name + ".yaml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String user(String name) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata:
                  name: %s
                spec:
                  memberOf: []
                """.formatted(name);
    }

    private static String component(String name, String owner, boolean optIn) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: %1$s
                  annotations:
                    backstage.io/source-location: url:https://github.com/acme/%1$s
                spec:
                  type: service
                  lifecycle: production
                  owner: user:default/%2$s
                  coder:
                    templateName: devcontainers
                    preprovision: %3$s
                """.formatted(name, owner, optIn);
    }
}
