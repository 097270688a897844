package dev.greenroom.auth.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoderTokenTest {

    @ParameterizedTest
    @CsvSource({"COqGmQ7ZYB-secret,COqGmQ7ZYB", "a-b-c,a", "nohyphen,nohyphen"})
    void knowsTheKeyByWhatStandsBeforeTheFirstHyphen(String token, String keyId) {
        assertThat(CoderToken.of(token).keyId()).isEqualTo(keyId);
    }

    @Test
    void neverShowsItself() {
        assertThat(CoderToken.of("COqGmQ7ZYB-s3cr3t")).hasToString("CoderToken[redacted]");
    }

    @Test
    void forgivesWhatPastingAdds() {
        assertThat(CoderToken.of("  a-b\n").value()).isEqualTo("a-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX-Evil: 1", "ä", "a\u0000"})
    void refusesWhatCanNotBeAHeaderWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> CoderToken.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a token of Coder's");
    }
}
