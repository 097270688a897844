package dev.greenroom.standins.coder;

import dev.greenroom.standins.coder.accounts.OrganizationRoutes;
import dev.greenroom.standins.coder.accounts.SessionRoutes;
import dev.greenroom.standins.coder.accounts.UserRoutes;
import dev.greenroom.standins.coder.http.Endpoints;
import dev.greenroom.standins.coder.http.Entrance;
import dev.greenroom.standins.coder.keys.ApiKeys;
import dev.greenroom.standins.coder.keys.Authentication;
import dev.greenroom.standins.coder.keys.TokenRoutes;
import dev.greenroom.standins.coder.oauth2.OAuth2Endpoints;
import dev.greenroom.standins.coder.seed.Seed;
import dev.greenroom.standins.coder.seed.Sow;
import dev.greenroom.standins.coder.state.Journal;
import dev.greenroom.standins.coder.steering.Faults;
import dev.greenroom.standins.coder.steering.Ledger;
import dev.greenroom.standins.coder.steering.Settings;
import dev.greenroom.standins.coder.templates.TemplateRoutes;
import dev.greenroom.standins.coder.templates.Templates;
import dev.greenroom.standins.coder.templates.VersionRoutes;
import dev.greenroom.standins.coder.users.Organization;
import dev.greenroom.standins.coder.users.Users;
import dev.greenroom.standins.coder.workspaces.WorkspaceEndpoints;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of the stand-in, put together. One event loop does everything, so that state needs no locks. */
final class CoderServer {

    private static final long START_SECONDS = 10;

    private final Journal journal;
    private final Clock clock;
    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Context loop = vertx.getOrCreateContext();
    private final Ledger ledger = new Ledger();
    private final Faults faults = new Faults();
    private final Settings settings = new Settings();
    private final Users users;
    private final ApiKeys keys;
    private final Templates templates;
    private @Nullable OAuth2Endpoints oauth2;
    private String url = "";

    private CoderServer(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.users = new Users(journal, clock);
        this.keys = new ApiKeys(journal, clock);
        this.templates = new Templates(journal);
    }

    static CoderServer start(String host, int port, Journal journal, Seed seed, Clock clock) {
        CoderServer server = new CoderServer(journal, clock);
        server.open(host, port, seed);
        return server;
    }

    private void open(String host, int port, Seed seed) {
        CompletableFuture<HttpServer> listening = new CompletableFuture<>();
        loop.runOnContext(now -> vertx.createHttpServer()
                .requestHandler(router(seed))
                .listen(port, host)
                .onSuccess(server -> {
                    url = "http://" + host + ":" + server.actualPort();
                    listening.complete(server);
                })
                .onFailure(listening::completeExceptionally));
        await(listening);
    }

    private Router router(Seed seed) {
        Organization organization = Organization.of(journal, clock);
        if (journal.isNew()) {
            sow(seed);
        }
        Router router = Router.router(vertx);
        Endpoints endpoints = new Endpoints(router, ledger, clock);
        Authentication authentication = new Authentication(keys, users, clock, this::url);
        new Entrance(vertx, endpoints, faults, settings, clock).guard(router, authentication::userId);
        new AboutRoutes(authentication, settings, organization, this::url).add(endpoints);
        new SteeringRoutes(ledger, faults, settings).add(endpoints);
        new SessionRoutes(authentication, keys, users).add(endpoints);
        new TokenRoutes(authentication, keys, users, clock).add(endpoints);
        new UserRoutes(authentication, users, organization).add(endpoints);
        new OrganizationRoutes(authentication, users, organization).add(endpoints);
        new TemplateRoutes(authentication, templates, users, organization).add(endpoints);
        new VersionRoutes(authentication, templates, users, organization, this::url).add(endpoints);
        new WorkspaceEndpoints(vertx, authentication, users, templates, organization, settings, clock)
                .add(endpoints, journal);
        oauth2 = new OAuth2Endpoints(vertx, journal, authentication, keys, settings, clock, this::url);
        oauth2.add(endpoints, journal);
        endpoints.complete();
        return router;
    }

    void sow(Seed seed) {
        new Sow(users, templates, clock).sow(seed);
    }

    /** Runs something where the state lives, and gives what it gave. */
    <T> T call(Supplier<T> deed) {
        CompletableFuture<T> done = new CompletableFuture<>();
        loop.runOnContext(now -> {
            try {
                done.complete(deed.get());
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return await(done);
    }

    OAuth2Endpoints oauth2() {
        return Objects.requireNonNull(oauth2);
    }

    String url() {
        return url;
    }

    Ledger ledger() {
        return ledger;
    }

    Faults faults() {
        return faults;
    }

    Settings settings() {
        return settings;
    }

    Users users() {
        return users;
    }

    ApiKeys keys() {
        return keys;
    }

    void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
        journal.close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(START_SECONDS, TimeUnit.SECONDS).join();
    }
}
