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

    private final BackstageCommand command;
    private final RealBackstageClient client;
    private volatile Process process;

    private RealBackstage(BackstageCommand command, BackstageFeature... features) {
        this.command = command;
        this.client = new RealBackstageClient(command.url(), command.staticToken());
        this.process = command.start(features);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroy()));
        awaitCatalog();
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
            case CatalogChoice _, CoderProvider _ -> Optional.empty();
        };
    }

    private static RealBackstage launch(
            BackstageInstall install, BackstageDatabase database, Path catalog, BackstageFeature... features) {
        var staticToken = "static-" + UUID.randomUUID();
        Canary.note("static token of a real Backstage", staticToken);
        var command = new BackstageCommand(install, database, catalog, FreePort.find(), staticToken);
        return new RealBackstage(command, features);
    }

    private void awaitCatalog() {
        var wanted = CatalogFolder.refs(command.catalog());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!client.hasAll(wanted)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                stop();
                throw new IllegalStateException(
                        "Backstage did not come up with its catalog; its log is " + command.log());
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Takes the server away; its catalog, port and token stay. */
    public void stop() {
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

    /**
     * Brings the server back after {@link #stop}, and waits until it has every entity of the folder.
     *
     * @param features what it has besides this time; none that needs anything beside its packages
     */
    public void startAgain(CatalogChoice... features) {
        process = command.start(features);
        awaitCatalog();
    }

    /** Without a slash at the end. */
    public URI url() {
        return command.url();
    }

    /** Its catalog, which it reads as it was told to. */
    public CatalogFiles files() {
        return new CatalogFiles(command.catalog());
    }

    /** May read the catalog and have it refreshed, and nothing else. */
    public String staticToken() {
        return command.staticToken();
    }

    /** All that it has logged since it was started last. */
    public String log() {
        try {
            return Files.readString(command.log());
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
        stop();
    }
}
