package dev.greenroom.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worth another try, and what is not. */
class DatabaseOutageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "40001", "40P01", "53300", "57P01", "57P03", "57014", "58030", "25006", "25P03",
                "55P03"
            })
    void takesForAnOutageWhatPasses(String state) {
        assertThat(DatabaseOutage.causes(wrapped(new SQLException("", state)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P05", "22003", "23505", "42P01", "54000", "XX000"})
    void takesNothingElseForOne(String state) {
        assertThat(DatabaseOutage.causes(wrapped(new SQLException("", state)))).isFalse();
    }

    @Test
    void takesAnExhaustedPoolForAnOutage() {
        assertThat(DatabaseOutage.causes(wrapped(new SQLException("Acquisition timeout"))))
                .isTrue();
    }

    @Test
    void takesATransactionThatTookTooLongForAnOutage() {
        assertThat(DatabaseOutage.causes(wrapped(new RollbackException("not active"))))
                .isTrue();
    }

    @Test
    void believesTheServerOverTheTransactionThatItEnded() {
        // Given
        var refused = new RollbackException("rolled back");
        refused.initCause(new SQLException("", "23505"));

        // When
        var outage = DatabaseOutage.causes(wrapped(refused));

        // Then
        assertThat(outage).isFalse();
    }

    @Test
    void takesAMistakeInTheCodeForNone() {
        assertThat(DatabaseOutage.causes(wrapped(new IllegalStateException("a bug"))))
                .isFalse();
    }

    private static RuntimeException wrapped(Throwable cause) {
        return new IllegalStateException(new RuntimeException(cause));
    }
}
