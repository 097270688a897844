package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.greenroom.standins.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as an outage of Coder, and what the log says about one. */
@QuarkusTest
class BreakerTest {

    private static final int ENOUGH = 20;

    @Inject
    CoderCalls calls;

    @Inject
    CircuitBreakerMaintenance breakers;

    private LogCapture log;

    @BeforeEach
    void listen() {
        breakers.reset(CoderCalls.BREAKER);
        log = LogCapture.atConfiguredLevels();
    }

    @AfterEach
    void mend() {
        breakers.reset(CoderCalls.BREAKER);
        log.close();
    }

    @Test
    void opensWhenCoderFailsAndSaysSoOnce() {
        // When
        failing(() -> answer(503));

        // Then
        assertThat(state()).isEqualTo(CircuitBreakerState.OPEN);
        assertThatThrownBy(() -> calls.call("template", () -> answer(200)))
                .isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(lines()).singleElement().asString().contains("breaker open");
    }

    @Test
    void opensOnPagesOfAProxyWhoseCoderIsAway() {
        // When
        failing(() ->
                Response.status(404).entity("<html>default backend</html>").build());

        // Then
        assertThat(state()).isEqualTo(CircuitBreakerState.OPEN);
    }

    @Test
    void opensWhenCoderGivesNoAnswer() {
        // When
        failing(() -> {
            throw new ProcessingException("timed out");
        });

        // Then
        assertThat(state()).isEqualTo(CircuitBreakerState.OPEN);
    }

    @Test
    void staysClosedWhateverAUserMayNotDo() {
        // When
        for (int i = 0; i < 2 * ENOUGH; i++) {
            var status = List.of(400, 401, 403, 404, 409, 429).get(i % 6);
            calls.call("template", () -> answer(status));
        }

        // Then
        assertThat(state()).isEqualTo(CircuitBreakerState.CLOSED);
        assertThat(lines()).isEmpty();
    }

    @Test
    void saysOnceThatCoderIsBackHoweverOftenItFailedInBetween() {
        // Given
        failing(() -> answer(503));
        await().ignoreExceptionsMatching(CircuitBreakerOpenException.class::isInstance)
                .untilAsserted(() -> assertThatThrownBy(() -> calls.call("template", () -> answer(503)))
                        .isInstanceOf(CoderAway.class));

        // When
        await().ignoreExceptions()
                .until(() -> calls.call("template", () -> answer(200)).status() == 200);

        // Then
        assertThat(state()).isEqualTo(CircuitBreakerState.CLOSED);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("breaker closed");
    }

    private void failing(Supplier<Response> call) {
        for (int i = 0; i < ENOUGH; i++) {
            assertThatThrownBy(() -> calls.call("template", call)).isInstanceOf(CoderAway.class);
        }
    }

    private CircuitBreakerState state() {
        return breakers.currentState(CoderCalls.BREAKER);
    }

    private static Response answer(int status) {
        return Response.status(status).entity("{\"message\":\"Coder's words\"}").build();
    }

    private List<String> lines() {
        // At DEBUG it tells more.
        return log.linesOf(TellOfTheBreaker.class.getName()).stream()
                .filter(line -> line.contains("(breaker "))
                .toList();
    }
}
