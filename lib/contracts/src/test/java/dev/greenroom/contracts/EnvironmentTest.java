package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "staging", "eu-west-2"})
    void isADnsLabel(String name) {
        assertThat(new Environment(name)).hasToString(name);
    }

    @Test
    void isNoLongerThanADnsLabel() {
        assertThat(new Environment("x".repeat(63)).name()).hasSize(63);
        assertThatIllegalArgumentException().isThrownBy(() -> new Environment("x".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Staging", "-a", "a-", "a.b", "a b", "a@b", "a/b", "ä", "a\n"})
    void isNothingElse(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Environment(name));
    }
}
