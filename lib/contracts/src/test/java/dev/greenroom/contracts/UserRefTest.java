package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRefTest {

    @Test
    void isTheSameUserInAnyCase() {
        assertThat(UserRef.parse("User:Default/Jane.Doe")).isEqualTo(new UserRef("default", "jane.doe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group:default/jane", "jane", "user:jane", "user:default/", "user:default/j@ne", ""})
    void isNothingButAFullReferenceToAUser(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> UserRef.parse(text));
    }

    @Test
    void isTextInJson() throws JsonProcessingException {
        // Given
        var jane = UserRef.parse("user:default/jane");

        // When
        var json = MessageCodec.JSON.writeValueAsString(jane);

        // Then
        assertThat(json).isEqualTo("\"user:default/jane\"");
        assertThat(MessageCodec.JSON.readValue(json, UserRef.class)).isEqualTo(jane);
    }
}
