package dev.greenroom.standins.backstage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a real Backstage is started, and may be started again with what it knows.
 *
 * @param catalog the folder of {@code *.yaml} files
 * @param port of 127.0.0.1
 */
record BackstageCommand(
        BackstageInstall install, BackstageDatabase database, Path catalog, int port, String staticToken) {

    Process start(BackstageFeature... features) {
        var command = new ProcessBuilder(arguments(features))
                .directory(install.cache().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        command.environment().putAll(database.environment());
        command.environment().putAll(environment());
        Stream.of(features).map(BackstageFeature::environment).forEach(command.environment()::putAll);
        try {
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> arguments(BackstageFeature... features) {
        var configs =
                Stream.concat(Stream.of("app-config.yaml"), Stream.of(features).map(BackstageFeature::config));
        return Stream.concat(
                        Stream.of(install.node().toString(), "index.js"),
                        configs.flatMap(config -> Stream.of("--config", config)))
                .toList();
    }

    /** What {@code app-config.yaml} leaves open. */
    private Map<String, String> environment() {
        return Map.of(
                "NODE_ENV",
                "production",
                "BACKSTAGE_PORT",
                String.valueOf(port),
                "BACKSTAGE_STATIC_TOKEN",
                staticToken,
                "BACKSTAGE_GUEST",
                "user:default/jane",
                "BACKSTAGE_CATALOG",
                catalog.toString());
    }

    /** What it has logged since it was started last. */
    Path log() {
        return install.cache().resolve("backstage.log");
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public String toString() {
        return "BackstageCommand[" + catalog + " at " + url() + "]";
    }
}
