package dev.greenroom.gateway.entities;

import static dev.greenroom.gateway.entities.Visibility.HIDDEN;
import static dev.greenroom.gateway.entities.Visibility.UNKNOWN;
import static dev.greenroom.gateway.entities.Visibility.VISIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.standins.SteppingClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleEntitiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProvenUser JANE = new ProvenUser(UserRef.parse("user:default/jane"), "Bearer x");
    private static final EntityRef SHOP = EntityRef.parse("component:default/shop");
    private static final EntityRef SECRET = EntityRef.parse("component:default/secret");

    private final SteppingClock clock = new SteppingClock();
    private final Catalog catalog = new Catalog();
    private final VisibleEntities visible = visibleIn(catalog);

    @Test
    void takesBackstagesYesForAMinute() {
        visible.to(JANE, SHOP).join();
        catalog.status = 404;

        clock.pass(Duration.ofSeconds(59));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
        clock.pass(Duration.ofSeconds(2));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
    }

    @Test
    void doesNotMakeAMinuteLongerByLooks() {
        visible.to(JANE, SHOP).join();
        catalog.status = 404;

        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(25));
            visible.to(JANE, SHOP).join();
        }

        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
    }

    @Test
    void takesBackstagesNoForAMomentOnly() {
        catalog.status = 404;
        visible.to(JANE, SHOP).join();
        catalog.status = 200;

        clock.pass(Duration.ofSeconds(4));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
        clock.pass(Duration.ofSeconds(2));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
    }

    @Test
    void takesSilenceForNothing() {
        catalog.status = 500;
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(UNKNOWN);
        catalog.status = 200;

        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
    }

    @Test
    void asksOnceForLooksAtTheSameTime() {
        var waiting = new ArrayList<UniEmitter<? super Response>>();
        var slow = visibleIn(new Catalog() {
            @Override
            public Uni<Response> entity(String authorization, String kind, String namespace, String name) {
                return Uni.createFrom().emitter(waiting::add);
            }
        });

        var first = slow.to(JANE, SHOP);
        var second = slow.to(JANE, SHOP);
        assertThat(waiting).hasSize(1);
        waiting.getFirst().complete(Response.ok().build());

        assertThat(first.join()).isEqualTo(VISIBLE);
        assertThat(second.join()).isEqualTo(VISIBLE);
    }

    @Test
    void asksWithTheCallersOwnToken() {
        visible.to(JANE, SHOP).join();

        visible.among(JANE, Set.of(SECRET)).join();

        assertThat(catalog.asked)
                .containsExactly("Bearer x component default shop", "Bearer x [component:default/secret] [kind]");
    }

    @Test
    void showsNothingToAUserOfAnotherEnvironmentAndKeepsTheirTokenFromBackstage() {
        var jane = new ProvenUser(UserRef.parse("user:default/jane@staging"), "Bearer y");
        visible.to(JANE, SHOP).join();
        catalog.asked.clear();

        assertThat(visible.to(jane, SHOP).join()).isEqualTo(HIDDEN);
        assertThat(visible.among(jane, Set.of(SHOP, SECRET)).join()).isEmpty();

        assertThat(catalog.asked).isEmpty();
    }

    @Test
    void tellsThoseThatAreVisibleFromThoseThatAreNotByOneQuestion() {
        catalog.hidden.add(SECRET);

        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactly(SHOP);
        assertThat(catalog.asked).hasSize(1);
    }

    @Test
    void asksForThoseOnlyOfWhichNothingIsKnown() {
        visible.to(JANE, SHOP).join();
        catalog.asked.clear();

        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactlyInAnyOrder(SHOP, SECRET);
        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactlyInAnyOrder(SHOP, SECRET);
        assertThat(visible.among(JANE, Set.of()).join()).isEmpty();

        assertThat(catalog.asked).containsExactly("Bearer x [component:default/secret] [kind]");
    }

    @Test
    void remembersAnAnswerForManyAsOneForOne() {
        catalog.hidden.add(SECRET);
        visible.among(JANE, Set.of(SHOP, SECRET)).join();
        catalog.asked.clear();

        clock.pass(Duration.ofSeconds(4));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
        assertThat(visible.to(JANE, SECRET).join()).isEqualTo(HIDDEN);
        assertThat(catalog.asked).isEmpty();

        catalog.hidden.clear();
        clock.pass(Duration.ofSeconds(2));
        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactlyInAnyOrder(SHOP, SECRET);
        assertThat(catalog.asked).containsExactly("Bearer x [component:default/secret] [kind]");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 429, 404, 401})
    void knowsNoneOfManyToBeVisibleWhileBackstageDoesNotSay(int status) {
        catalog.status = status;
        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).isEmpty();
        catalog.status = 200;

        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactlyInAnyOrder(SHOP, SECRET);
    }

    @Test
    void knowsThoseToBeVisibleThatItRemembersWhileBackstageFails() {
        visible.to(JANE, SHOP).join();
        catalog.failing = true;

        assertThat(visible.among(JANE, Set.of(SHOP, SECRET)).join()).containsExactly(SHOP);
    }

    @Test
    void takesAnAnswerThatTellsOfFewerThanWereAskedForForNone() {
        var odd = visibleIn(new Catalog() {
            @Override
            public Uni<Response> entities(String authorization, Question question) {
                return Uni.createFrom().item(Response.ok(items(List.of(SHOP))).build());
            }
        });

        assertThat(odd.among(JANE, Set.of(SHOP, SECRET)).join()).isEmpty();
    }

    @Test
    void asksForTheLongestNamesInBodiesThatBackstageReads() throws Exception {
        var longest = "k".repeat(253);
        var many = IntStream.range(0, 250)
                .mapToObj(each -> new EntityRef(longest, longest, "%0253d".formatted(each)))
                .collect(Collectors.toSet());

        assertThat(visible.among(JANE, many).join()).hasSize(250);

        assertThat(catalog.asked).hasSize(3);
        for (var question : catalog.questions) {
            assertThat(JSON.writeValueAsBytes(question)).hasSizeLessThan(100 * 1024);
        }
    }

    private VisibleEntities visibleIn(Catalog catalog) {
        return new VisibleEntities(new AskBackstage(catalog), new Defaults(), clock);
    }

    private static class Catalog implements BackstageCatalogApi {
        private final List<String> asked = new ArrayList<>();
        private final List<Question> questions = new ArrayList<>();
        private final Set<EntityRef> hidden = new HashSet<>();
        private int status = 200;
        private boolean failing;

        @Override
        public Uni<Response> entity(String authorization, String kind, String namespace, String name) {
            asked.add(String.join(" ", authorization, kind, namespace, name));
            return answer(Response.status(status));
        }

        @Override
        public Uni<Response> entities(String authorization, Question question) {
            asked.add("%s %s %s".formatted(authorization, question.entityRefs(), question.fields()));
            questions.add(question);
            return answer(Response.status(status).entity(items(question.entityRefs())));
        }

        JsonNode items(List<EntityRef> entities) {
            var items = JSON.createArrayNode();
            for (var entity : entities) {
                items.add(
                        hidden.contains(entity) ? null : JSON.createObjectNode().put("kind", entity.kind()));
            }
            return JSON.createObjectNode().set("items", items);
        }

        private Uni<Response> answer(Response.ResponseBuilder answer) {
            return failing
                    ? Uni.createFrom().failure(new IOException("Backstage is away"))
                    : Uni.createFrom().item(answer.build());
        }
    }

    private static final class Defaults implements EntitiesConfig {
        @Override
        public Duration visibleFor() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration hiddenFor() {
            return Duration.ofSeconds(5);
        }

        @Override
        public int remembered() {
            return 100;
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(5);
        }
    }
}
