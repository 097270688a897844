package dev.greenroom.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChaosOptionsTest {
    @Test
    void areReadInAnyOrder() {
        var options = options("--kills 7 --seed 42 --without acks --commands 100");

        assertThat(options).isEqualTo(new ChaosOptions(42, 100, 7, 3, Safety.ACKS));
    }

    @Test
    void takeNothingAwayUnlessAsked() {
        assertThat(options("--seed 42").without()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--without sleep", "--speed 3", "--seed"})
    void areRefusedWhereTheyAreNone(String text) {
        assertThatThrownBy(() -> options(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ChaosOptions options(String text) {
        return ChaosOptions.of(List.of(text.split(" ")));
    }
}
