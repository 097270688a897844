package dev.greenroom.benchmarks.catalog;

import dev.greenroom.benchmarks.Samples;
import dev.greenroom.benchmarks.catalog.backstage.LargeBackstage;
import dev.greenroom.quickstart.JsonHttp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says of one entity after the other that it has changed, whether or not a pass is under way. */
final class Hints {
    private final JsonHttp http = new JsonHttp();
    private final LargeBackstage backstage;
    private final ConfigTopic topic;
    private final URI refresh;
    private final Map<String, String> bearer;

    Hints(LargeBackstage backstage, CatalogSync service, ConfigTopic topic) {
        this.backstage = backstage;
        this.topic = topic;
        this.refresh = service.url().resolve("/v1/catalog/refresh");
        this.bearer = Map.of("Authorization", "Bearer " + backstage.tokenOf(CatalogSync.ADMIN));
    }

    /** From the request to the event on Kafka, in milliseconds, the next hint being given once the last one's came. */
    Samples give(int count) {
        return new Samples(Stream.generate(this::one).limit(count).toList());
    }

    private double one() {
        var entityRef = backstage.changeComponents(1).getFirst();
        long began = System.nanoTime();
        var answer = http.send("POST", refresh, bearer, Map.of("entityRefs", List.of(entityRef)));
        if (answer.status() != 202) {
            throw new IllegalStateException("a hint was answered " + answer.status() + " " + answer.body());
        }
        topic.await(entityRef);
        return (System.nanoTime() - began) / 1e6;
    }
}
