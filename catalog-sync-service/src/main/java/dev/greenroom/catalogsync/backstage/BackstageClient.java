package dev.greenroom.catalogsync.backstage;

import dev.greenroom.contracts.EntityRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Reads Backstage's catalog. Whatever goes wrong is an outcome, after the attempts that make sense.
 *
 * <p>Pages are slim, with what tells whether an entity has to be read again, and come in no order that is asked for:
 * {@code orderField} silently drops the entities that lack the field.
 */
@ApplicationScoped
public class BackstageClient {
    private static final List<String> SLIM =
            List.of("kind", "metadata.namespace", "metadata.name", "metadata.uid", "metadata.etag");
    private static final List<String> WHOLE = with("metadata.annotations", "spec.coder", "relations");
    private static final List<String> RELATIONS = with("relations");
    /** Groups in one request: their relations name all that they own, so few of them make a large answer. */
    public static final int GROUPS_AT_A_TIME = 50;

    private final BackstageApi api;
    private final BackstageConfig config;
    private final CatalogScope scope;
    private final ReadPatiently patiently;
    private final String authorization;

    BackstageClient(
            @RestClient BackstageApi api,
            BackstageConfig config,
            CatalogScope scope,
            ReadPatiently patiently,
            @ConfigProperty(name = "greenroom.backstage.token") String token) {
        this.api = api;
        this.config = config;
        this.scope = scope;
        this.patiently = patiently;
        this.authorization = "Bearer " + token;
    }

    /**
     * Reads a page.
     *
     * @param filter one of {@link CatalogScope#readings}
     * @param cursor of the page before; null for the first one
     */
    public PageOutcome page(String filter, @Nullable String cursor) {
        Supplier<Response> ask = () -> api.byQuery(
                authorization,
                cursor == null ? filter : null,
                cursor,
                String.join(",", SLIM),
                config.pageSize(),
                "exclude");
        PageOutcome outcome = patiently.read(() -> answer(ask, ReadAnswer::page, f -> f));
        // The first page's query is ours: only one with a cursor can be malformed because Backstage was updated.
        return cursor != null && outcome instanceof ReadFailure.Refused(int status) && status == 400
                ? new ReadFailure.CursorExpired()
                : outcome;
    }

    /** Those of these that are in the catalog and in scope. */
    public EntitiesOutcome entities(Collection<EntityRef> refs) {
        return find(RefBatches.of(refs, config.pageSize()), scope.filters(), WHOLE);
    }

    /** Groups, with their members and the groups below them. */
    public EntitiesOutcome groups(Collection<EntityRef> refs) {
        return find(RefBatches.of(refs, GROUPS_AT_A_TIME), CatalogScope.groups(), RELATIONS);
    }

    /** Users, with the groups that they are members of. */
    public EntitiesOutcome users(Collection<EntityRef> refs) {
        return find(RefBatches.of(refs, config.pageSize()), List.of("kind=user"), RELATIONS);
    }

    private EntitiesOutcome find(List<List<EntityRef>> batches, List<String> filters, List<String> fields) {
        Map<EntityRef, BackstageEntity> found = new HashMap<>();
        for (var batch : batches) {
            switch (patiently.read(() -> ask(batch, filters, fields))) {
                case EntitiesOutcome.Found some -> found.putAll(some.entities());
                case ReadFailure failure -> {
                    return failure;
                }
            }
        }
        return new EntitiesOutcome.Found(found);
    }

    private EntitiesOutcome ask(List<EntityRef> batch, List<String> filters, List<String> fields) {
        var refs = new BackstageApi.Refs(batch.stream().map(EntityRef::toString).toList(), fields);
        return answer(() -> api.byRefs(authorization, filters, refs), body -> ReadAnswer.entities(batch, body), f -> f);
    }

    /** Reads a body while it comes; who asked closes it. */
    private interface ReadBody<T> {
        T from(InputStream body) throws IOException;
    }

    private static <T> T answer(Supplier<Response> ask, ReadBody<T> read, Function<ReadFailure, T> failed) {
        try (var response = ask.get()) {
            return response.getStatus() == Response.Status.OK.getStatusCode()
                    ? read.from(response.readEntity(InputStream.class))
                    : failed.apply(failure(response));
        } catch (ProcessingException | IOException e) {
            // Its text may quote the request; the class says enough: a refused connection, a timeout.
            return failed.apply(new ReadFailure.Unavailable("Backstage can't be reached: " + cause(e)));
        }
    }

    private static ReadFailure failure(Response response) {
        var status = response.getStatusInfo();
        if (status.getStatusCode() == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
            return new ReadFailure.Limited(RetryAfter.read(response.getHeaderString(HttpHeaders.RETRY_AFTER)));
        }
        return status.getFamily() == Response.Status.Family.SERVER_ERROR
                ? new ReadFailure.Unavailable("Backstage failed with status " + status.getStatusCode())
                : new ReadFailure.Refused(status.getStatusCode());
    }

    private static String cause(Throwable e) {
        return (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
    }

    private static List<String> with(String... more) {
        return Stream.concat(SLIM.stream(), Stream.of(more)).toList();
    }
}
