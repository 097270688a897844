package dev.greenroom.catalogsync.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.catalogsync.backstage.SlimEntity;
import dev.greenroom.contracts.EntityRef;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final SlimEntity SHOP = entity("shop", "1c1", "etag-a");

    private final Marks marks = new Marks();

    @Test
    void findsWhatIsAsItWasReadLast() {
        marks.put(7, SHOP);

        assertThat(marks.find(SHOP)).hasValue(7);
        assertThat(marks.has(7)).isTrue();
    }

    @Test
    void findsNothingThatIsOtherThanItWasReadLast() {
        marks.put(7, SHOP);

        assertThat(marks.find(entity("shop", "1c1", "etag-b"))).isEmpty();
        assertThat(marks.find(entity("shop", "2d2", "etag-a"))).isEmpty();
        assertThat(marks.find(entity("till", "1c1", "etag-a"))).isEmpty();
    }

    @Test
    void findsAnEntityThatWentBackToAnEarlierStateOnlyOnceThatWasRead() {
        marks.put(7, SHOP);
        marks.put(7, entity("shop", "1c1", "etag-b"));

        assertThat(marks.find(SHOP)).isEmpty();

        marks.put(7, SHOP);

        assertThat(marks.find(SHOP)).hasValue(7);
    }

    @Test
    void findsNothingThatIsToBeReadAnew() {
        marks.put(7, SHOP);
        marks.forget(7);

        assertThat(marks.find(SHOP)).isEmpty();
        assertThat(marks.has(7)).isFalse();
    }

    @Test
    void neverTakesOneForAnother() {
        for (int number = 1; number <= 100_000; number++) {
            marks.put(number, entity("shop-" + number, "uid-" + number, "etag-" + number));
        }

        for (int number = 1; number <= 100_000; number++) {
            assertThat(marks.find(entity("shop-" + number, "uid-" + number, "etag-" + number)))
                    .hasValue(number);
        }
    }

    private static SlimEntity entity(String name, String uid, String etag) {
        return new SlimEntity(EntityRef.parse("component:default/" + name), uid, etag);
    }
}
