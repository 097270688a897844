package dev.greenroom.standins.backstage;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.leaks.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

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
    private final RealBackstageClient client;

    private RealBackstage(Process process, URI url, String staticToken) {
        this.process = process;
        this.url = url;
        this.staticToken = staticToken;
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
     * @throws IllegalStateException where it was installed and doesn't start all the same; its log is named
     */
    public static RealBackstageOutcome start(Path source, Path cache, BackstageDatabase database, Path catalog) {
        return start(source, cache, database, catalog, null);
    }

    /** @param provider where its users sign in with Coder; null where they don't */
    public static RealBackstageOutcome start(
            Path source, Path cache, BackstageDatabase database, Path catalog, @Nullable CoderProvider provider) {
        var install = new BackstageInstall(source.toAbsolutePath(), cache.toAbsolutePath(), "npm");
        var obstacle = install.install();
        if (obstacle.isPresent()) {
            return new RealBackstageOutcome.LeftOut(obstacle.get());
        }
        return new RealBackstageOutcome.Started(launch(install, database, catalog.toAbsolutePath(), provider));
    }

    private static RealBackstage launch(
            BackstageInstall install, BackstageDatabase database, Path catalog, @Nullable CoderProvider provider) {
        int port = FreePort.find();
        var staticToken = "static-" + UUID.randomUUID();
        Canary.note("static token of a real Backstage", staticToken);
        var log = install.cache().resolve("backstage.log");
        var command = new ProcessBuilder(command(install, provider))
                .directory(install.cache().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().putAll(database.environment());
        command.environment().putAll(environment(port, staticToken, catalog));
        if (provider != null) {
            command.environment().putAll(provider.environment());
        }
        try {
            var process = command.start();
            var backstage = new RealBackstage(process, URI.create("http://127.0.0.1:" + port), staticToken);
            backstage.awaitCatalog(catalog, log);
            return backstage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(BackstageInstall install, @Nullable CoderProvider provider) {
        var command = new ArrayList<>(List.of(install.node().toString(), "index.js", "--config", "app-config.yaml"));
        if (provider != null) {
            command.addAll(List.of("--config", "app-config.coder.yaml"));
        }
        return command;
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

    private void awaitCatalog(Path catalog, Path log) {
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
