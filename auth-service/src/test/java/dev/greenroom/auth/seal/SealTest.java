package dev.greenroom.auth.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealTest {
    private static final byte[] SECRET = "the secret".getBytes(UTF_8);
    private static final Place PLACE = new Place("default", "row-1", "token");

    private final Keyset keyset = newKeyset();
    private final Seal seal = new Seal(keyset);

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal(SECRET, PLACE);

        assertThat(seal.open(sealed, PLACE)).isEqualTo(SECRET);
    }

    @Test
    void hidesWhatItSealsAndNeverAlike() {
        var sealed = seal.seal(SECRET, PLACE);

        assertThat(new String(sealed, UTF_8)).doesNotContain("the secret");
        assertThat(seal.seal(SECRET, PLACE)).isNotEqualTo(sealed);
    }

    @ParameterizedTest
    @CsvSource({"other,row-1,token", "default,row-2,token", "default,row-1,other", "defaultrow-1,,token"})
    void opensNowhereElse(String deployment, String row, String column) {
        var sealed = seal.seal(SECRET, PLACE);

        var elsewhere = new Place(deployment, String.valueOf(row), column);

        assertThatThrownBy(() -> seal.open(sealed, elsewhere)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingOfWhichAByteWasChanged() {
        var sealed = seal.seal(SECRET, PLACE);

        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> seal.open(changed, PLACE))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(PLACE.toString())
                    .hasMessageNotContaining("the secret");
        }
    }

    @Test
    void saysWhetherItLacksTheKeyOrTheValueIsNotWhatWasSealedThere() {
        var foreign = new Seal(newKeyset()).seal(SECRET, PLACE);
        var moved = seal.seal(SECRET, new Place("default", "row-2", "token"));

        assertThatThrownBy(() -> seal.open(foreign, PLACE)).hasMessageContaining("the keyset has no key of the id ");
        assertThatThrownBy(() -> seal.open(moved, PLACE))
                .hasMessageContaining("it was changed, or sealed for another place");
        assertThatThrownBy(() -> seal.open(new byte[0], PLACE)).hasMessageContaining("it is no sealed value");
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsWithTheNewOne() {
        // Given
        var old = seal.seal(SECRET, PLACE);

        // When
        var next = new Seal(TestKeysets.withNewPrimary(keyset));
        var fresh = next.seal(SECRET, PLACE);

        // Then
        assertThat(next.open(old, PLACE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> seal.open(fresh, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsAnewWithTheNewKeyWhatOpensAndNothingElse() {
        // Given
        var old = seal.seal(SECRET, PLACE);
        var next = new Seal(TestKeysets.withNewPrimary(keyset));

        // When
        var anew = next.reseal(old, PLACE).orElseThrow();

        // Then
        assertThat(anew).startsWith(next.primaryPrefix());
        assertThat(next.open(anew, PLACE)).isEqualTo(SECRET);
        assertThat(next.reseal(old, new Place("default", "row-2", "token"))).isEmpty();
        assertThat(next.reseal(new byte[0], PLACE)).isEmpty();
    }

    private static Keyset newKeyset() {
        try {
            return Keyset.generate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
