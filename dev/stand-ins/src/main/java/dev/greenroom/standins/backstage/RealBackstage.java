package dev.greenroom.standins.backstage;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real Backstage back end as a process on 127.0.0.1: the catalog, auth and permission plugins of this repository's
 * {@code dev/backstage}, which reads a folder of entity files every second. An entity whose annotation
 * {@code greenroom.dev/hidden-from} names a user is not there for that user.
 */
public final class RealBackstage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SECONDS_TO_STOP = 10;

    private final Process process;
    private final URI url;
    private final String staticToken;
    private final Path log;
    private final RealBackstageClient client;

    private RealBackstage(Process process, URI url, String staticToken, Path log) {
        this.process = process;
        this.url = url;
        this.staticToken = staticToken;
        this.log = log;
        this.client = new RealBackstageClient(url, staticToken);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /**
     * Installs what is not installed yet, starts, and waits until the catalog has every entity of the folder.
     *
     * @param source this repository's {@code dev/backstage}
     * @param cache where the packages are kept from run to run; half a gigabyte
     * @param database not used by anybody else
     * @param catalog the folder of {@code *.yaml} files, read with all its folders
     * @param features what it has besides, such as Coder's provider
     * @throws IllegalStateException where it was installed and doesn't start all the same; its log is named
     */
    public static RealBackstageOutcome start(
            Path source, Path cache, BackstageDatabase database, Path catalog, BackstageFeature... features) {
        var install = new BackstageInstall(source.toAbsolutePath(), cache.toAbsolutePath(), "npm");
        return install.install()
                .or(() -> obstacle(install, features))
                .<RealBackstageOutcome>map(RealBackstageOutcome.LeftOut::new)
                .orElseGet(() -> new RealBackstageOutcome.Started(
                        launch(install, database, catalog.toAbsolutePath(), features)));
    }

    private static Optional<String> obstacle(BackstageInstall install, BackstageFeature... features) {
        return Stream.of(features)
                .flatMap(feature -> prepare(install, feature).stream())
                .findFirst();
    }

    private static Optional<String> prepare(BackstageInstall install, BackstageFeature feature) {
        return switch (feature) {
            case CatalogHints hints -> hints.prepare(install);
            case CoderProvider _ -> Optional.empty();
        };
    }

    private static RealBackstage launch(
            BackstageInstall install, BackstageDatabase database, Path catalog, BackstageFeature... features) {
        int port = FreePort.find();
        var staticToken = "static-" + UUID.randomUUID();
        Canary.note("static token of a real Backstage", staticToken);
        var log = install.cache().resolve("backstage.log");
        var command = new ProcessBuilder(command(install, features))
                .directory(install.cache().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(database.environment());
        command.environment().putAll(environment(port, staticToken, catalog));
        Stream.of(features).map(BackstageFeature::environment).forEach(command.environment()::putAll);
        try {
            var process = command.start();
            var backstage = new RealBackstage(process, URI.create("http://127.0.0.1:" + port), staticToken, log);
            backstage.awaitCatalog(catalog);
            return backstage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(BackstageInstall install, BackstageFeature... features) {
        var configs =
                Stream.concat(Stream.of("app-config.yaml"), Stream.of(features).map(BackstageFeature::config));
        return Stream.concat(
                        Stream.of(install.node().toString(), "index.js"),
                        configs.flatMap(config -> Stream.of("--config", config)))
                .toList();
    }

    /** What {@code app-config.yaml} leaves open. */
    private static Map<String, String> environment(int port, String staticToken, Path catalog) {
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

    private void awaitCatalog(Path catalog) {
        var wanted = CatalogFolder.refs(catalog);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.hasAll(wanted)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Backstage did not come up with its catalog; its log is " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Without a slash at the end. */
    public URI url() {
        return url;
    }

    /** May read the catalog, and nothing else. */
    public String staticToken() {
        return staticToken;
    }

    /** All that it has logged since its start. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The token of a user of the catalog, who signs in.
     *
     * @param userRef {@code user:default/jane}
     * @throws IllegalStateException where the catalog doesn't know them
     */
    public String tokenOf(String userRef) {
        return client.signIn(userRef);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
