package dev.greenroom.standins.coder;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a Quarkus test gets. */
class CoderTestResourceTest {

    private CoderStandIn injected;

    @Test
    void setsTheUrlAndInjectsTheStandIn() throws Exception {
        CoderTestResource resource = new CoderTestResource();

        Map<String, String> configuration = resource.start();
        resource.inject(new IntoThis());

        assertThat(configuration).containsExactly(Map.entry("greenroom.coder.url", injected.url()));
        resource.stop();
    }

    private final class IntoThis implements TestInjector {

        @Override
        public void injectIntoFields(Object value, Predicate<Field> predicate) {
            for (Field field : CoderTestResourceTest.class.getDeclaredFields()) {
                if (predicate.test(field)) {
                    injected = (CoderStandIn) value;
                }
            }
        }
    }
}
