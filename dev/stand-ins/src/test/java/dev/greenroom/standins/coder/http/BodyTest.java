package dev.greenroom.standins.coder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Request bodies, and what Go says of those that it cannot read. */
class BodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` `|EOF",
                "`{\"name\":`|unexpected EOF",
                "`name=x`|invalid character 'a' in literal null (expecting 'u')",
                "`tru`|unexpected EOF",
                "`<html>`|invalid character '<' looking for beginning of value",
                "`[1]`|json: cannot unmarshal array into Go value",
            })
    void complainsAsGoDoes(String text, String detail) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(((Refusal) refusal).body().getString("detail"))
                        .isEqualTo(detail));
    }

    @Test
    void namesTheFieldOfAWrongType() {
        Body body = read("{\"list\":[{\"value\":true}]}");

        assertThatThrownBy(() -> body.objects("list", "Element").getFirst().string("value"))
                .hasMessageContaining(
                        "json: cannot unmarshal bool into Go struct field Element.list.value of type string");
    }

    @Test
    void hasZeroValuesForWhatIsNotThere() {
        Body body = read("{\"given\":null}");

        assertThat(body.string("given")).isEmpty();
        assertThat(body.uuid("given")).isEqualTo(Uuids.NONE);
        assertThat(body.flag("given")).isFalse();
        assertThat(body.number("given")).isNull();
        assertThat(body.strings("given")).isEmpty();
    }

    private static Body read(String text) {
        return Body.read(Buffer.buffer(text), "Type");
    }
}
