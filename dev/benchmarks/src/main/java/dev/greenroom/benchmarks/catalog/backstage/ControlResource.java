package dev.greenroom.benchmarks.catalog.backstage;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What no Backstage has, below {@code /stand-in}: changes, a pace, and how often the catalog was asked. */
final class ControlResource {
    private final CatalogResource catalog;
    private final Entities entities;
    private final RequestCounts requests;

    ControlResource(CatalogResource catalog, Entities entities, RequestCounts requests) {
        this.catalog = catalog;
        this.entities = entities;
        this.requests = requests;
    }

    void addTo(Router router) {
        router.get("/stand-in/requests").handler(exchange -> Answers.json(exchange, requests.told()));
        router.post("/stand-in/changes").handler(this::change);
        router.post("/stand-in/hurry").handler(this::hurry);
    }

    /** From now on it answers as fast as it can. */
    private void hurry(RoutingContext exchange) {
        catalog.hurry();
        Answers.json(exchange, Map.of());
    }

    /**
     * Takes how many are to be changed, or only described anew, and answers the references of those; of groups, of the
     * components that they own.
     */
    private void change(RoutingContext exchange) {
        var body = Answers.read(exchange);
        Answers.json(
                exchange,
                Map.of(
                        "components",
                                entities.changeComponents(
                                        body.path("components").asInt()),
                        "descriptions",
                                entities.describeComponents(
                                        body.path("descriptions").asInt()),
                        "groups", entities.changeGroups(body.path("groups").asInt()),
                        "largestGroup",
                                entities.changeLargestGroup(
                                        body.path("largestGroup").asInt())));
    }
}
