package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRefTest {

    @Test
    void isPrintedInLowerCaseAsBackstagePrintsIt() {
        assertThat(EntityRef.parse("Component:Default/Payments-API")).hasToString("component:default/payments-api");
    }

    @Test
    void isTheSameInAnyCase() {
        assertThat(EntityRef.parse("API:default/X")).isEqualTo(new EntityRef("api", "DEFAULT", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component:default/a",
                "component:default/payments_api.v2",
                "component:team-a/1st",
                "component:default/a--b..c__d",
                "systemModel2:default/a"
            })
    void takesWhatBackstageTakes(String text) {
        assertThat(EntityRef.parse(text)).hasToString(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payments-api",
                "component:payments-api",
                "default/payments-api",
                "component:default/",
                ":default/a",
                "component:/a",
                "component:default/a/b",
                "component:a:default/b",
                "component:default/..",
                "component:default/.hidden",
                "component:default/-a",
                "component:default/a-",
                "component:default/a b",
                "component:default/zürich",
                "component:default/a\n",
                "component:-/a",
                "component:a.b/a",
                "component:a_b/a",
                "2component:default/a",
                "com-ponent:default/a",
                " component:default/a"
            })
    void refusesWhatBackstageRefuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntityRef.parse(text));
    }

    @Test
    void takesPartsLongerThanBackstagesOwnLimitOf63ButNotWithoutEnd() {
        assertThat(new EntityRef("component", "default", "a".repeat(253)).name())
                .hasSize(253);
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityRef("component", "default", "a".repeat(254)));
    }

    @Test
    void isSortedAsItIsPrinted() {
        assertThat(EntityRef.parse("api:default/b")).isLessThan(EntityRef.parse("component:default/a"));
    }
}
