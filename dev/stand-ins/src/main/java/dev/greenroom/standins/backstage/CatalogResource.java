package dev.greenroom.standins.backstage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.standins.backstage.catalog.CatalogFolder;
import dev.greenroom.standins.backstage.catalog.Entity;
import dev.greenroom.standins.backstage.catalog.Fields;
import dev.greenroom.standins.backstage.catalog.FilterParameter;
import dev.greenroom.standins.backstage.catalog.Page;
import dev.greenroom.standins.backstage.catalog.ReadPage;
import dev.greenroom.standins.backstage.tokens.Caller;
import dev.greenroom.standins.backstage.tokens.Callers;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalog plugin, as far as clients read it. */
final class CatalogResource {
    private static final String CALLER = "caller";

    private final CatalogFolder folder;
    private final Callers callers;
    private final ReadDenials denials;

    CatalogResource(CatalogFolder folder, Callers callers, ReadDenials denials) {
        this.folder = folder;
        this.callers = callers;
        this.denials = denials;
    }

    void addTo(Router router) {
        router.route("/api/catalog/*").handler(this::identify);
        router.get("/api/catalog/entities").blockingHandler(this::list, false);
        router.get("/api/catalog/entities/by-query").blockingHandler(this::byQuery, false);
        router.post("/api/catalog/entities/by-query").blockingHandler(this::byPostedQuery, false);
        router.post("/api/catalog/entities/by-refs").blockingHandler(this::byRefs, false);
        router.get("/api/catalog/entities/by-name/:kind/:namespace/:name").blockingHandler(this::byName, false);
        router.get("/api/catalog/entities/by-uid/:uid").blockingHandler(this::byUid, false);
        router.post("/api/catalog/refresh").blockingHandler(this::refresh, false);
    }

    private void identify(RoutingContext exchange) {
        switch (callers.identify(exchange.request().getHeader("Authorization"))) {
            case Caller.Nobody nobody -> throw Refusal.unauthenticated("Missing credentials");
            case Caller.Refused(var reason) -> throw Refusal.unauthenticated(reason);
            case Caller known -> {
                exchange.put(CALLER, known);
                exchange.next();
            }
        }
    }

    private void list(RoutingContext exchange) {
        EntityList.answer(exchange, visible(exchange));
    }

    private void byQuery(RoutingContext exchange) {
        var fields = Fields.parse(exchange.queryParam("fields"));
        answer(exchange, ReadPage.of(visible(exchange), QueryParameters.page(exchange)), fields);
    }

    private void byPostedQuery(RoutingContext exchange) {
        var body = Bodies.json(exchange);
        answer(exchange, ReadPage.of(visible(exchange), QueryBody.page(body)), QueryBody.fields(body));
    }

    private static void answer(RoutingContext exchange, Page page, Fields fields) {
        var pageInfo = new LinkedHashMap<String, String>();
        page.nextCursor().ifPresent(cursor -> pageInfo.put("nextCursor", cursor));
        page.prevCursor().ifPresent(cursor -> pageInfo.put("prevCursor", cursor));
        var body = new LinkedHashMap<String, Object>();
        body.put(
                "items",
                page.items().stream().map(item -> item(exchange, item, fields)).toList());
        body.put("totalItems", page.totalItems());
        body.put("pageInfo", pageInfo);
        Answers.json(exchange, body);
    }

    private void byRefs(RoutingContext exchange) {
        var body = Bodies.json(exchange);
        var refs = QueryBody.strings(body, "entityRefs");
        var fields = QueryBody.fields(body);
        var wanted = FilterParameter.predicate(exchange.queryParam("filter"));
        var items = new ArrayList<@Nullable JsonNode>();
        for (var ref : refs) {
            items.add(find(exchange, ref)
                    .filter(wanted)
                    .map(item -> item(exchange, item, fields))
                    .orElse(null));
        }
        Answers.json(exchange, Map.of("items", items));
    }

    private static JsonNode item(RoutingContext exchange, Entity entity, Fields fields) {
        var item = fields.of(entity);
        if (Faults.leavesOutUids(exchange)) {
            item = item.deepCopy();
            ((ObjectNode) item.path("metadata")).remove("uid");
        }
        return item;
    }

    private void byName(RoutingContext exchange) {
        var kind = exchange.pathParam("kind");
        var namespace = exchange.pathParam("namespace");
        var name = exchange.pathParam("name");
        var entity = find(exchange, kind + ":" + namespace + "/" + name);
        Answers.json(
                exchange,
                entity.orElseThrow(() -> Refusal.notFound("No entity named '" + name + "' found, with kind '" + kind
                                + "' in namespace '" + namespace + "'"))
                        .json());
    }

    private void byUid(RoutingContext exchange) {
        var uid = exchange.pathParam("uid");
        var entity = visible(exchange).stream()
                .filter(each -> each.uid().equals(uid))
                .findFirst();
        Answers.json(
                exchange,
                entity.orElseThrow(() -> Refusal.notFound("No entity with uid " + uid))
                        .json());
    }

    /** The folder is read at each request, so that there is nothing to hasten. */
    private void refresh(RoutingContext exchange) {
        var ref = Bodies.json(exchange).path("entityRef").asText();
        if (find(exchange, ref).isEmpty()) {
            throw Refusal.notFound("Entity " + ref + " not found");
        }
        exchange.response().end();
    }

    private Optional<Entity> find(RoutingContext exchange, String ref) {
        return folder.current().find(ref).filter(entity -> denials.allows(exchange.get(CALLER), entity));
    }

    private List<Entity> visible(RoutingContext exchange) {
        return denials.visible(exchange.get(CALLER), folder.current());
    }
}
