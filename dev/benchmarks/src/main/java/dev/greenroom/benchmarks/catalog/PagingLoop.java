package dev.greenroom.benchmarks.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.benchmarks.Samples;
import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What nobody who reads a catalog can do without: one page after the other of the slim fields, each read to JSON, with
 * the HTTP client that is below the service's own, in its default configuration, as the service has it.
 */
final class PagingLoop implements AutoCloseable {
    private static final String FIELDS = "kind,metadata.namespace,metadata.name,metadata.uid,metadata.etag";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(1)
            .setFileSystemOptions(
                    new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    private final Context context = vertx.getOrCreateContext();
    private final HttpClient http;
    private final LargeBackstage backstage;

    PagingLoop(LargeBackstage backstage) {
        this.backstage = backstage;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(backstage.url().getHost())
                .setDefaultPort(backstage.url().getPort()));
    }

    /** @param pages how long each page took, from the request to its last byte, in milliseconds */
    record Read(double seconds, int entities, Samples pages) {}

    /** @param filters those by which the service reads its pages, one after the other */
    Read run(List<String> filters) {
        var millis = new ArrayList<Double>();
        int entities = 0;
        long began = System.nanoTime();
        for (var filter : filters) {
            String cursor = null;
            do {
                var page = page(cursor == null ? "&filter=" + encoded(filter) : "&cursor=" + encoded(cursor), millis);
                entities += page.path("items").size();
                cursor = page.path("pageInfo").path("nextCursor").textValue();
            } while (cursor != null);
        }
        return new Read((System.nanoTime() - began) / 1e9, entities, new Samples(millis));
    }

    private JsonNode page(String query, List<Double> millis) {
        long began = System.nanoTime();
        var body = get("/api/catalog/entities/by-query?fields=" + encoded(FIELDS) + "&limit=" + CatalogSync.PAGE_SIZE
                + "&totalItems=exclude" + query);
        millis.add((System.nanoTime() - began) / 1e6);
        return read(body);
    }

    private static JsonNode read(byte[] body) {
        try {
            var page = JSON.readTree(body);
            if (!page.path("items").isArray()) {
                throw new IllegalStateException("the large Backstage answered without items");
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] get(String uri) {
        var answer = new CompletableFuture<Buffer>();
        // On the client's own thread from the first step on: one step on another may come too late, and find no body.
        context.runOnContext(started -> http.request(HttpMethod.GET, uri)
                .compose(request -> request.putHeader("Authorization", "Bearer " + backstage.token())
                        .send())
                .compose(PagingLoop::body)
                .onComplete(answer::complete, answer::completeExceptionally));
        return answer.join().getBytes();
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        return response.statusCode() == 200
                ? response.body()
                : Future.failedFuture("the large Backstage answered " + response.statusCode());
    }

    private static String encoded(@Nullable String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
