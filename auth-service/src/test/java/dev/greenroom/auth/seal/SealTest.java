package dev.greenroom.auth.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final byte[] SECRET = "the secret".getBytes(UTF_8);
    private static final Place PLACE = new Place("default", "row-1", "token");

    private final String keyset = newKeyset();
    private final Seal seal = sealOf(keyset);

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
    void opensNothingThatWasChanged() {
        var sealed = seal.seal(SECRET, PLACE);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensNothingOfAnotherKeyset() {
        var sealed = sealOf(newKeyset()).seal(SECRET, PLACE);

        assertThatThrownBy(() -> seal.open(sealed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsWithTheNewOne() throws GeneralSecurityException {
        // Given
        var old = seal.seal(SECRET, PLACE);
        var rotated = withNewPrimary(keyset);

        // When
        var next = sealOf(TinkJsonProtoKeysetFormat.serializeKeyset(rotated, InsecureSecretKeyAccess.get()));
        var fresh = next.seal(SECRET, PLACE);

        // Then
        assertThat(next.open(old, PLACE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> seal.open(fresh, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysHowToMakeAKeysetWhereThereIsNone() {
        assertThatThrownBy(() -> new Seal(Optional::empty))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("greenroom.seal.keyset is not set")
                .hasMessageContaining(NewKeyset.class.getName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cr3t", "{}", "{\"primaryKeyId\": 1, \"key\": [\"s3cr3t\"]}"})
    void refusesWhatIsNoKeysetWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> sealOf(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("greenroom.seal.keyset")
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    private static KeysetHandle withNewPrimary(String keyset) throws GeneralSecurityException {
        var old = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
        return KeysetHandle.newBuilder(old)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
    }

    private static Seal sealOf(String keyset) {
        return new Seal(() -> Optional.of(keyset));
    }

    private static String newKeyset() {
        try {
            return NewKeyset.json();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
