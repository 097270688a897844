package dev.greenroom.standins.backstage;

import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.backstage.tokens.Callers;
import dev.greenroom.standins.backstage.tokens.SigningKeys;
import dev.greenroom.standins.backstage.tokens.TokenDraft;
import dev.greenroom.standins.backstage.tokens.TokenMint;
import dev.greenroom.standins.leaks.Canary;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A Backstage back end in this process: catalog, keys, users' tokens and the sign-in as a guest behave as those of
 * plugin-catalog-backend 4.0.5 and plugin-auth-backend 0.31.0 were recorded to.
 */
public final class BackstageStandIn implements AutoCloseable {
    private static final int LARGEST_HEADER = 64 * 1024;

    private final BackstageSettings settings;
    private final SigningKeys keys;
    private final TokenMint mint;
    private final CatalogFolder folder;
    private final CatalogFiles files;
    private final Faults faults = new Faults();
    private final ReadDenials denials = new ReadDenials();
    private final RequestLog requests = new RequestLog();
    private final Clock clock;
    private @Nullable Vertx vertx;

    private BackstageStandIn(BackstageSettings settings, Clock clock) {
        Canary.note("static token of Backstage", settings.staticToken());
        this.settings = settings;
        this.clock = clock;
        this.keys = new SigningKeys(settings.state());
        this.mint = new TokenMint(keys, settings.issuer(), clock);
        this.folder = new CatalogFolder(settings.catalog(), settings.state());
        this.files = new CatalogFiles(settings.catalog());
    }

    /** Returns when it answers. */
    public static BackstageStandIn start(BackstageSettings settings) {
        var standIn = new BackstageStandIn(settings, Clock.systemUTC());
        standIn.startAgain();
        return standIn;
    }

    /** One on 127.0.0.1 and a free port. */
    public static BackstageStandIn start(Path catalog, Path state, String staticToken) {
        return start(BackstageSettings.local(catalog, state, FreePort.find(), staticToken));
    }

    /** Brings it back after {@link #stop}, on the same port and with the same keys. */
    public void startAgain() {
        var options = new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        vertx = Vertx.vertx(options);
        var http = new HttpServerOptions()
                .setHost(settings.host())
                .setPort(settings.port())
                .setMaxHeaderSize(LARGEST_HEADER)
                .setCompressionSupported(true);
        await(vertx.createHttpServer(http).requestHandler(router(vertx)).listen());
    }

    private Router router(Vertx vertx) {
        var callers = new Callers(keys, settings.staticToken(), clock);
        var router = Router.router(vertx);
        router.route().failureHandler(Answers::failed);
        router.route("/api/*").handler(requests::add).handler(faults::apply);
        router.route().handler(BodyHandler.create(false));
        new AuthResource(settings, keys, callers, new SignIn(folder, mint)).addTo(router);
        new CatalogResource(folder, callers, denials).addTo(router);
        new ControlResource(folder, mint, keys, faults, denials, clock).addTo(router);
        router.route()
                .handler(exchange -> exchange.response().setStatusCode(404).end());
        return router;
    }

    /** Takes it away, so that connections are refused. */
    public void stop() {
        if (vertx != null) {
            await(vertx.close());
            vertx = null;
        }
    }

    private static <T> void await(Future<T> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("the stand-in for Backstage didn't start or stop", e);
        }
    }

    /** Without a slash at the end. */
    public URI url() {
        return settings.baseUrl();
    }

    public String staticToken() {
        return settings.staticToken();
    }

    /** A good token of this user, {@code user:namespace/name}, or one to be made wrong first. */
    public TokenDraft tokenFor(String userRef) {
        return mint.tokenFor(userRef);
    }

    /** The folder's files, to be written and deleted by tests. */
    public CatalogFiles files() {
        return files;
    }

    public SigningKeys keys() {
        return keys;
    }

    public Faults faults() {
        return faults;
    }

    public ReadDenials denials() {
        return denials;
    }

    public RequestLog requests() {
        return requests;
    }

    @Override
    public void close() {
        stop();
    }
}
