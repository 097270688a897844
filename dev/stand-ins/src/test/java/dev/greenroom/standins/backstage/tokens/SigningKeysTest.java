package dev.greenroom.standins.backstage.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeysTest {
    @TempDir
    Path state;

    @Test
    void outliveTheProcess() {
        var before = new SigningKeys(state);

        var after = new SigningKeys(state);

        assertThat(after.published()).isEqualTo(before.published());
        assertThat(after.current().getPrivateKey()).isEqualTo(before.current().getPrivateKey());
    }

    @Test
    void keepTheEarlierOnesPublishedUntilTheyAreForgotten() {
        var keys = new SigningKeys(state);
        var first = keys.current().getKeyId();

        keys.rotate();

        assertThat(keys.current().getKeyId()).isNotEqualTo(first);
        assertThat(keys.published().toString()).contains(first, keys.current().getKeyId());
        keys.forgetEarlier();
        assertThat(keys.published().toString())
                .contains(keys.current().getKeyId())
                .doesNotContain(first);
        assertThat(keys.find(first)).isEmpty();
    }

    @Test
    void publishNoPrivateKey() {
        var published = (List<?>) new SigningKeys(state).published().get("keys");

        assertThat(published)
                .singleElement(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys("kty", "crv", "x", "y", "kid", "alg");
    }

    @Test
    void areForTheirOwnersEyesOnly() throws Exception {
        new SigningKeys(state).rotate();

        var file = state.resolve("signing-keys.json");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
