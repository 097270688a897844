package dev.greenroom.auth.issuer;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class SigningKeysTest {
    @Inject
    SigningKeyStore store;

    @Inject
    Database database;

    @Test
    void showsThePublicHalfOfItsKeysOnly() {
        var key = when().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("keys[0]");

        assertThat(key).containsEntry("kty", "EC").containsEntry("alg", "ES256").containsEntry("use", "sig");
        assertThat(key).containsKeys("kid", "x", "y").doesNotContainKey("d");
    }

    @Test
    void keepsThePrivateHalfSealed() {
        assertThat(database.query("select encode(sealed_private_key, 'escape') from signing_key"))
                .isNotEmpty()
                .noneMatch(bytes -> bytes.contains("\"d\""));
        assertThat(database.query("select public_jwk from signing_key")).noneMatch(jwk -> jwk.contains("\"d\""));
    }

    @Test
    void sharesOneKeyAmongReplicasHoweverManyStartAtOnce() {
        // Given
        store.all();
        database.execute("create table kept as select * from signing_key");
        database.execute("delete from signing_key");

        // When
        List<String> kids;
        try {
            kids = IntStream.range(0, 8)
                    .parallel()
                    .mapToObj(replica -> new SigningKeys(store).current().kid())
                    .toList();
        } finally {
            database.execute("delete from signing_key");
            database.execute("insert into signing_key select * from kept");
            database.execute("drop table kept");
        }

        // Then
        assertThat(new HashSet<>(kids)).hasSize(1);
    }

    @Test
    void signsWithTheSameKeyAfterARestart() {
        var shown = when().get("/.well-known/jwks.json").then().extract().<String>path("keys[0].kid");

        assertThat(new SigningKeys(store).current().kid()).isEqualTo(shown);
    }
}
