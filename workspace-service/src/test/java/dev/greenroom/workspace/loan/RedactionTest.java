package dev.greenroom.workspace.loan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.workspace.coder.CoderToken;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void printsNoToken() {
        // Given
        var token = "fU3kKbqWcP-h5kbEx7ZqWbmDGRcnNoE";

        // Then
        assertThat(new CoderToken(token).toString()).doesNotContain(token);
        assertThat(new Loan(1, new CoderToken(token), 1).toString()).doesNotContain(token);
        assertThat(new LoanAnswer(1, token, null, 1).toString()).doesNotContain(token);
        assertThat(new LoanOutcome.Lent(new Loan(1, new CoderToken(token), 1)).toString())
                .doesNotContain(token);
    }
}
