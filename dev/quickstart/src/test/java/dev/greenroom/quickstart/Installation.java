package dev.greenroom.quickstart;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.TemporaryFolder;
import dev.greenroom.standins.backstage.BackstageDatabase;
import dev.greenroom.standins.backstage.CatalogHints;
import dev.greenroom.standins.backstage.CoderProvider;
import dev.greenroom.standins.backstage.RealBackstage;
import dev.greenroom.standins.backstage.RealBackstageOutcome;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.oauth2.ClientCredentials;
import dev.greenroom.standins.postgresql.PostgresqlStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Greenroom between a real Backstage back end, which has a PostgreSQL of its own, and a Coder in this JVM, with which
 * users sign in at Backstage as docs/sign-in.md says. Backstage sends hints of what changes in its catalog, and the
 * catalog is polled once an hour only. Browsers know Coder by another name than the others: cookies
 * don't tell ports apart.
 */
final class Installation implements AutoCloseable {
    /** A user of Backstage's catalog and of Coder, with no account linked. */
    static final String USER = "vera";

    static final String PASSWORD = "greenroom-vera";

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    /** Kept from run to run, and shared with the contract's tests. */
    private static final Path PACKAGES = ROOT.resolve(".greenroom/backstage");

    /** The module's packages, kept likewise. */
    private static final Path HINTS_PACKAGES = ROOT.resolve(".greenroom/catalog-hints");

    private static final String HINTS_SECRET = "a-secret-of-the-hints";

    private static final String CLIENT = "backstage";
    private static final String CLIENT_SECRET = "a-secret-of-backstage";

    private final Path data = TemporaryFolder.create("installation");
    private final Home home = new Home(ROOT, data.resolve("greenroom"));
    private final Addresses addresses = new Addresses();
    private final HttpServer frontEnd = serveFrontEnd();
    private final CoderStandIn coder = CoderStandIn.start();
    private final ClientCredentials application =
            coder.addOAuth2App("greenroom", callback().toString());
    private final PostgresqlStandIn postgresql =
            PostgresqlStandIn.start(data.resolve("postgresql"), FreePort.find(), PostgresqlStandIn.FORGETFUL);
    private RealBackstage backstage;
    private Greenroom greenroom;

    private static HttpServer serveFrontEnd() {
        var address = new InetSocketAddress("127.0.0.1", FreePort.find());
        var server = SimpleFileServer.createFileServer(
                address, Path.of("src/test/front-end").toAbsolutePath(), OutputLevel.NONE);
        server.start();
        return server;
    }

    /** @return whether there is a real Backstage, or why there can't be one */
    RealBackstageOutcome start() {
        coder.addUser(USER, PASSWORD);
        DemoCatalog.provide(home);
        addToCatalog(USER);
        postgresql.createDatabase("backstage", "backstage");
        var database = BackstageDatabase.of(postgresql.jdbcUrl("backstage"), "backstage", "backstage");
        var provider = new CoderProvider(app(), gateway().resolve("/coder"), CLIENT, CLIENT_SECRET);
        var outcome = RealBackstage.start(
                ROOT.resolve("dev/backstage"), PACKAGES, database, home.catalog(), provider, hints());
        if (outcome instanceof RealBackstageOutcome.Started(var started)) {
            backstage = started;
            greenroom = Greenroom.start(plan(), List.of(), (part, took) -> {}, System.out::println);
        }
        return outcome;
    }

    private CatalogHints hints() {
        return new CatalogHints(
                ROOT.resolve("backstage/catalog-hints"),
                HINTS_PACKAGES,
                addresses.url("catalog-sync-service"),
                addresses.url("auth-service").resolve("/oauth2/token"),
                CLIENT,
                HINTS_SECRET);
    }

    private void addToCatalog(String user) {
        var yaml = """
                apiVersion: backstage.io/v1alpha1
                kind: User
                metadata: { name: %1$s }
                spec: { memberOf: [] }
                """.formatted(user);
        try {
            Files.writeString(home.catalog().resolve(user + ".yaml"), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plan plan() {
        var neighbours = new Neighbours(
                URI.create(coder.url()),
                new CoderApplication(application.clientId(), application.clientSecret(), callback()),
                backstage.url(),
                backstage.staticToken(),
                null);
        var authService = Map.of(
                "greenroom.coder.access-url",
                coderOfBrowsers().toString(),
                "greenroom.linking.page",
                app().resolve("/").toString(),
                "greenroom.sign-in.clients." + CLIENT + ".secret",
                CLIENT_SECRET,
                "greenroom.sign-in.clients." + CLIENT + ".redirect-uris",
                provider("/handler/frame").toString(),
                "greenroom.issuer.clients." + CLIENT + ".secret",
                HINTS_SECRET);
        // What is found before an hour has passed was found because Backstage has told of it.
        var catalogSyncService = Map.of("greenroom.catalog.poll.interval", "1h");
        var settings = Map.of("auth-service", authService, "catalog-sync-service", catalogSyncService);
        return new Plan(home, new Secrets(home), addresses, neighbours, settings);
    }

    private URI callback() {
        return gateway().resolve("/oauth2/callback");
    }

    URI gateway() {
        return addresses.url("gateway");
    }

    /** Where Backstage's front end is served, without a slash at the end. */
    URI app() {
        return URI.create("http://127.0.0.1:" + frontEnd.getAddress().getPort());
    }

    /** Of Backstage's routes for signing in with Coder. */
    URI provider(String path) {
        return backstage.url().resolve("/api/auth/coder" + path);
    }

    private URI coderOfBrowsers() {
        return URI.create(coder.url().replace("127.0.0.1", "localhost"));
    }

    CoderStandIn coder() {
        return coder;
    }

    RealBackstage backstage() {
        return backstage;
    }

    Greenroom greenroom() {
        return greenroom;
    }

    /** The folder of entity files that Backstage reads. */
    Path catalog() {
        return home.catalog();
    }

    @Override
    public void close() {
        if (greenroom != null) {
            greenroom.close();
        }
        if (backstage != null) {
            backstage.close();
        }
        postgresql.close();
        coder.close();
        frontEnd.stop(0);
        TemporaryFolder.delete(data);
    }
}
