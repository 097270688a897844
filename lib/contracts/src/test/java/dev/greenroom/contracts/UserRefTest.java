package dev.greenroom.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRefTest {

    private static final Environment STAGING = new Environment("staging");

    @Test
    void isTheSameUserInAnyCase() {
        assertThat(UserRef.parse("User:Default/Jane.Doe")).isEqualTo(new UserRef("default", "jane.doe"));
        assertThat(UserRef.parse("User:Default/Jane.Doe@Staging"))
                .isEqualTo(new UserRef("default", "jane.doe", STAGING));
    }

    @Test
    void isAnotherUserInAnotherEnvironment() {
        var jane = UserRef.parse("user:default/jane");

        assertThat(jane.in(STAGING)).isNotEqualTo(jane).hasToString("user:default/jane@staging");
        assertThat(jane.in(STAGING)).isNotEqualByComparingTo(jane);
        assertThat(jane.in(STAGING)).isNotEqualTo(jane.in(new Environment("test")));
    }

    @Test
    void isOfTheEnvironmentWithoutANameWhereItIsAnEntity() {
        assertThat(UserRef.of(EntityRef.parse("user:default/jane"))).isEqualTo(new UserRef("default", "jane"));
        assertThatIllegalArgumentException().isThrownBy(() -> UserRef.of(EntityRef.parse("group:default/jane")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "group:default/jane",
                "jane",
                "user:jane",
                "user:default/",
                "user:default/jane@",
                "user:default/@staging",
                "user:default/jane@a@b",
                "user:default/jane@a.b",
                "user:default/jane@-a",
                "user:default@staging/jane",
                "user:default/jane@staging/x",
                "@staging",
                ""
            })
    void isNothingButAFullReferenceToAUser(String text) {
        assertThat(Documents.userRefSchema().validate(new TextNode(text))).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> UserRef.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user:default/jane.doe", "user:team-a/1", "user:default/jane@staging", "user:a/b@eu-west-2"})
    void isAsItsSchemaSays(String text) {
        assertThat(Documents.userRefSchema().validate(new TextNode(text))).isEmpty();
        assertThat(UserRef.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:default/jane", "user:default/jane@staging"})
    void isTextInJson(String text) throws JsonProcessingException {
        // Given
        var jane = UserRef.parse(text);

        // When
        var json = MessageCodec.JSON.writeValueAsString(jane);

        // Then
        assertThat(json).isEqualTo('"' + text + '"');
        assertThat(MessageCodec.JSON.readValue(json, UserRef.class)).isEqualTo(jane);
    }
}
