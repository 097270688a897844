package dev.greenroom.gateway.operations;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @ParameterizedTest
    @MethodSource("sound")
    void takesVisibleAscii(String value) {
        assertThatCode(() -> new IdempotencyKey(value)).doesNotThrowAnyException();
    }

    static String[] sound() {
        return new String[] {"!", "~", "0e8400e2-29b4-41d4-a716-446655440000", "k".repeat(255)};
    }

    @ParameterizedTest
    @MethodSource("tooLongOrEmpty")
    @ValueSource(strings = {"with space", "tab\t", "line\n", "käse", "\u007f", "\u0000"})
    void refusesTheRest(String value) {
        assertThatThrownBy(() -> new IdempotencyKey(value)).isInstanceOf(IllegalArgumentException.class);
    }

    static String[] tooLongOrEmpty() {
        return new String[] {"", "k".repeat(256)};
    }
}
