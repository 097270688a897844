package dev.greenroom.workspace.coder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JavaType;
import dev.greenroom.contracts.MessageCodec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Coder's statuses mean; the bodies are recorded ones of v2.36.0. */
class RawAnswerTest {

    private static final JavaType TEMPLATE = MessageCodec.JSON.constructType(Template.class);

    @Test
    void readsWhatItUsesAndIgnoresTheRest() {
        // When
        var answer = answer(200, """
                {"id":"67ba8cfc-869d-46cc-8e3f-b0f59137194d","name":"devcontainers","provisioner":"echo",
                 "active_version_id":"2b7e28e5-8fa5-4f74-99cc-b355e3b6f71c","active_user_count":0}""");

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Ok.class,
                        ok -> assertThat(((Template) ok.value()).name()).isEqualTo("devcontainers"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void takesAnUnknownAndADeletedOneForMissing(int status) {
        assertThat(answer(status, "{\"message\":\"Resource not found or you do not have access to this resource\"}"))
                .isEqualTo(new Answer.Missing<>(
                        "Resource not found or you do not have access to this resource", status == 410));
    }

    @Test
    void passesOnCodersValidations() {
        // When
        var answer = answer(400, """
                {"message":"Unable to validate parameters","validations":[
                  {"field":"repo","detail":"Required parameter not provided; parameter value is null"},
                  {"field":"repo_url","detail":"Required parameter not provided; parameter value is null"}]}""");

        // Then
        assertThat(answer)
                .isEqualTo(new Answer.Refused<>(
                        400,
                        "Unable to validate parameters (repo: Required parameter not provided; parameter value is null;"
                                + " repo_url: Required parameter not provided; parameter value is null)"));
    }

    @Test
    void knowsConflictsAndRefusedTokens() {
        assertThat(answer(409, "{\"message\":\"taken\"}")).isEqualTo(new Answer.Conflict<>("taken"));
        assertThat(answer(401, "{\"message\":\"signed out\"}")).isEqualTo(new Answer.TokenRefused<>());
    }

    @Test
    void waitsAsLongAsCoderSays() {
        assertThat(new RawAnswer(429, "{}", "60", false).<Template>as(TEMPLATE))
                .isEqualTo(new Answer.Limited<>(Duration.ofSeconds(60)));
        assertThat(new RawAnswer(429, null, null, false).<Template>as(TEMPLATE))
                .isEqualTo(new Answer.Limited<>(Duration.ofSeconds(60)));
        assertThat(new RawAnswer(429, null, "soon", false).<Template>as(TEMPLATE))
                .isEqualTo(new Answer.Limited<>(Duration.ofSeconds(60)));
    }

    @Test
    void doesNotTakeAProxysPageForCoder() {
        assertThat(answer(200, "<html>Sign in</html>")).isInstanceOf(Answer.Unknown.class);
        assertThat(new RawAnswer(404, "<html>default backend</html>", null, false).isCoders())
                .isFalse();
        assertThat(new RawAnswer(403, "{\"error\":\"forbidden\"}", null, false).isCoders())
                .isFalse();
        assertThat(new RawAnswer(401, null, null, false).isCoders()).isFalse();
        assertThat(new RawAnswer(302, "", null, false).isCoders()).isFalse();
        assertThat(new RawAnswer(404, "{\"message\":\"Resource not found\"}", null, false).isCoders())
                .isTrue();
        assertThat(new RawAnswer(429, "", null, false).isCoders()).isTrue();
        assertThat(new RawAnswer(204, null, null, false).isCoders()).isTrue();
    }

    @Test
    void cutsALongMessage() {
        assertThat(answer(400, "{\"message\":\"" + "x".repeat(5000) + "\"}"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.message()).hasSizeLessThan(1100));
    }

    private static Answer<Template> answer(int status, String body) {
        return new RawAnswer(status, body, null, false).as(TEMPLATE);
    }
}
