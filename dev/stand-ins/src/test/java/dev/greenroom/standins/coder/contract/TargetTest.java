package dev.greenroom.standins.coder.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@ContractTest
class TargetTest {
    private static final String URL = "GREENROOM_TEST_CODER_URL";
    private static final String TOKEN = "GREENROOM_TEST_CODER_ADMIN_TOKEN";

    @Test
    void failsForARealCoderWithoutItsToken() {
        assertThatThrownBy(() -> Target.open(Map.of(URL, "http://127.0.0.1:1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TOKEN);
        assertThatThrownBy(() -> Target.open(Map.of(URL, "http://127.0.0.1:1", TOKEN, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(TOKEN);
    }

    @Test
    void takesTheStandInWhereNoCoderIsNamed() {
        try (var target = Target.open(Map.of(URL, ""))) {
            assertThat(target.standIn().url()).isEqualTo(target.url());
        }
    }

    @Test
    void skipsWhatARealCoderCannotBeToldToDo() {
        var real = Target.open(Map.of(URL, "http://127.0.0.1:1/", TOKEN, "token"));

        assertThat(real.url()).isEqualTo("http://127.0.0.1:1");
        assertThatThrownBy(real::standIn)
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("a real Coder can't be told to do this");
    }

    @Test
    void failsWithoutTheMainTemplateAndSkipsWithoutAnother() {
        try (var target = Target.open(Map.of())) {
            var templates = "/api/v2/organizations/default/templates/";
            target.standIn().faults().on("GET", templates + "devcontainers").fail(404);
            target.standIn().faults().on("GET", templates + "slow").fail(404);
            var contract = new Contract(target);

            assertThatThrownBy(contract::devcontainers).isInstanceOf(AssertionError.class);
            assertThatThrownBy(() -> contract.template("slow", "id", "version"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("that Coder has no template slow");
        }
    }
}
