package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighboursTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");
    private static final Map<String, String> WHOLE = Map.of(
            "GREENROOM_CODER_URL", "https://coder.example.com/",
            "GREENROOM_CODER_OAUTH2_CLIENT_ID", "an-id",
            "GREENROOM_CODER_OAUTH2_CLIENT_SECRET", "a-secret",
            "GREENROOM_CODER_OAUTH2_CALLBACK", "https://greenroom.example.com/oauth2/callback");

    @Test
    void takesARealCoderThatKnowsGreenroom() {
        var neighbours = Neighbours.of(WHOLE);

        assertThat(neighbours.coder()).hasToString("https://coder.example.com");
        assertThat(neighbours.coderApplication())
                .isEqualTo(new CoderApplication(
                        "an-id", "a-secret", URI.create("https://greenroom.example.com/oauth2/callback")));
        assertThat(neighbours.hint(GATEWAY)).isNull();
        assertThat(neighbours + " " + neighbours.coderApplication()).doesNotContain("a-secret");
    }

    @Test
    void saysWhatARealCoderThatDoesNotKnowGreenroomTakes() {
        var neighbours = Neighbours.of(Map.of("GREENROOM_CODER_URL", "https://coder.example.com"));

        assertThat(neighbours.coderApplication()).isNull();
        assertThat(neighbours.hint(GATEWAY))
                .contains(
                        "API tokens only", "http://127.0.0.1:8080/oauth2/callback", "GREENROOM_CODER_OAUTH2_CLIENT_ID");
        assertThat(Neighbours.NONE.hint(GATEWAY)).isNull();
    }

    @Test
    void takesTheAdminsOfARealBackstage() {
        var neighbours = Neighbours.of(Map.of(
                "GREENROOM_BACKSTAGE_URL", "https://backstage.example.com",
                "GREENROOM_BACKSTAGE_TOKEN", "a-token",
                "GREENROOM_ADMINS", "user:default/jane"));

        assertThat(neighbours.admins()).isEqualTo("user:default/jane");
        assertThat(neighbours.toString()).doesNotContain("a-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIENT_ID", "CLIENT_SECRET", "CALLBACK"})
    void takesNoPartOfAnApplication(String missing) {
        var environment = new HashMap<>(WHOLE);
        environment.put("GREENROOM_CODER_OAUTH2_" + missing, "");

        assertThatThrownBy(() -> Neighbours.of(environment))
                .isInstanceOf(Launch.PartFailed.class)
                .hasMessageContaining("GREENROOM_CODER_OAUTH2_" + missing)
                .hasMessageNotContaining("a-secret");
    }
}
