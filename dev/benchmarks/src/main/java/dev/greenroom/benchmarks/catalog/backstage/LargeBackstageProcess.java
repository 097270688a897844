package dev.greenroom.benchmarks.catalog.backstage;

import dev.greenroom.standins.backstage.tokens.Callers;
import dev.greenroom.standins.backstage.tokens.SigningKeys;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/**
 * {@code LargeBackstageProcess STATE PORT ENTITIES}, with the static token of catalog-sync-service in the environment as
 * {@code GREENROOM_BACKSTAGE_TOKEN}. Ends with its input, and so with the process that started it.
 */
final class LargeBackstageProcess {
    private LargeBackstageProcess() {}

    public static void main(String[] args) throws IOException {
        var keys = new SigningKeys(Path.of(args[0]));
        var token = Objects.requireNonNull(System.getenv("GREENROOM_BACKSTAGE_TOKEN"), "GREENROOM_BACKSTAGE_TOKEN");
        var callers = new Callers(keys, token, Clock.systemUTC());
        // One thread serves one request after the other, so that nothing here is shared.
        var vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        var http = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(args[1]))
                .setCompressionSupported(true);
        vertx.createHttpServer(http)
                .requestHandler(router(vertx, new Listing(Integer.parseInt(args[2])), keys, callers))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println("ready: Backstage on port " + args[1]);
        System.in.readAllBytes();
        System.exit(0);
    }

    private static Router router(Vertx vertx, Listing listing, SigningKeys keys, Callers callers) {
        var entities = new Entities(listing);
        var requests = new RequestCounts();
        var router = Router.router(vertx);
        router.route().failureHandler(Answers::failed);
        router.route("/api/catalog/*").handler(requests::add);
        router.route().handler(BodyHandler.create(false));
        router.get("/api/auth/.well-known/jwks.json").handler(exchange -> Answers.json(exchange, keys.published()));
        var catalog = new CatalogResource(listing, entities, callers);
        catalog.addTo(router);
        new ControlResource(catalog, entities, requests).addTo(router);
        return router;
    }
}
