package dev.greenroom.gateway.entities;

import static dev.greenroom.gateway.entities.Visibility.HIDDEN;
import static dev.greenroom.gateway.entities.Visibility.UNKNOWN;
import static dev.greenroom.gateway.entities.Visibility.VISIBLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.gateway.door.ProvenUser;
import dev.greenroom.standins.SteppingClock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleEntitiesTest {
    private static final ProvenUser JANE = new ProvenUser(UserRef.parse("user:default/jane"), "Bearer x");
    private static final EntityRef SHOP = EntityRef.parse("component:default/shop");

    private final SteppingClock clock = new SteppingClock();
    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private final VisibleEntities visible = new VisibleEntities(this::answer, new Defaults(), clock);

    @Test
    void takesBackstagesYesForAMinute() {
        visible.to(JANE, SHOP).join();
        status = 404;

        clock.pass(Duration.ofSeconds(59));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
        clock.pass(Duration.ofSeconds(2));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
    }

    @Test
    void doesNotMakeAMinuteLongerByLooks() {
        visible.to(JANE, SHOP).join();
        status = 404;

        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofSeconds(25));
            visible.to(JANE, SHOP).join();
        }

        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
    }

    @Test
    void takesBackstagesNoForAMomentOnly() {
        status = 404;
        visible.to(JANE, SHOP).join();
        status = 200;

        clock.pass(Duration.ofSeconds(4));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(HIDDEN);
        clock.pass(Duration.ofSeconds(2));
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
    }

    @Test
    void takesSilenceForNothing() {
        status = 500;
        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(UNKNOWN);
        status = 200;

        assertThat(visible.to(JANE, SHOP).join()).isEqualTo(VISIBLE);
    }

    @Test
    void asksOnceForLooksAtTheSameTime() {
        var waiting = new ArrayList<UniEmitter<? super Response>>();
        var slow = new VisibleEntities(
                (authorization, kind, namespace, name) -> Uni.createFrom().emitter(waiting::add),
                new Defaults(),
                clock);

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

        assertThat(asked).containsExactly("Bearer x component default shop");
    }

    private Uni<Response> answer(String authorization, String kind, String namespace, String name) {
        asked.add(String.join(" ", authorization, kind, namespace, name));
        return Uni.createFrom().item(Response.status(status).build());
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
