package dev.greenroom.auth.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeysetTest {
    private static final byte[] SECRET = "the secret".getBytes(UTF_8);
    private static final Place PLACE = new Place("default", "row-1", "token");

    @TempDir
    Path folder;

    @Test
    void letsReplicasOfEachStepOpenWhatThoseOfTheNextSeal() throws GeneralSecurityException {
        var before = sealOf(write(NewKeyset.json()));
        var added = sealOf(write(step("add")));
        var promoted = sealOf(write(step("promote")));
        var after = sealOf(write(step("delete-others")));

        assertThat(before.open(added.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
        assertThat(added.open(promoted.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
        assertThat(promoted.open(after.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
        assertThatThrownBy(() -> before.open(promoted.seal(SECRET, PLACE), PLACE))
                .as("why a key is not promoted before every replica has it")
                .hasMessageContaining("the keyset has no key of the id " + promoted.primaryId());
        assertThatThrownBy(() -> after.open(added.seal(SECRET, PLACE), PLACE))
                .hasMessageContaining("the keyset has no key of the id " + before.primaryId());
    }

    @Test
    void keepsAWrappedKeysetWrapped() throws GeneralSecurityException {
        var key = new KeyEncryptionKeysetFile(write("key.json", NewKeyset.json()));
        var file = write(NewKeyset.wrapped(key.file()));

        var added = RotateKeyset.wrapped("add", file, key);

        assertThat(new KeysetText("it", added).isWrapped()).isTrue();
        assertThat(new KeysetText("it", added).unwrap(key).ids()).hasSize(2);
    }

    @Test
    void saysWhatItTakesWhereTheStepIsUnknown() throws GeneralSecurityException {
        write(NewKeyset.json());

        assertThatThrownBy(() -> step("rotate")).hasMessageContaining("add|promote|delete-others KEYSET_FILE");
        assertThatThrownBy(() -> RotateKeyset.main(new String[0])).hasMessageContaining("KEYSET_FILE");
    }

    @Test
    void quotesNothingOfAKeysetThatItCanNotRead() {
        write("{\"key\": \"s3cr3t\"}");

        assertThatThrownBy(() -> step("add"))
                .hasMessageContaining("KEYSET_FILE is not a Tink keyset")
                .hasMessageNotContaining("s3cr3t")
                .hasNoCause();
    }

    private String step(String step) throws GeneralSecurityException {
        return RotateKeyset.inTheClear(step, folder.resolve("keyset.json"));
    }

    private static Seal sealOf(Path file) throws GeneralSecurityException {
        return new Seal(KeysetText.read("it", file).clear());
    }

    private Path write(String json) {
        return write("keyset.json", json);
    }

    private Path write(String name, String json) {
        try {
            return Files.writeString(folder.resolve(name), json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
