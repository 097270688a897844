package dev.greenroom.auth.issuer;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.greenroom.auth.AuthServiceProfile;
import dev.greenroom.auth.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
    void sharesOneKeyAmongReplicasThatStartAtOnce() throws Exception {
        // Given
        store.all();
        database.execute("create table kept as select * from signing_key");
        database.execute("delete from signing_key");

        // When
        List<String> kids;
        try {
            kids = kidsOfReplicasThatAllFoundNoKey(4);
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

    /** The table is locked for writing until each has looked into it and has a key of its own to insert. */
    private List<String> kidsOfReplicasThatAllFoundNoKey(int replicas) throws Exception {
        try (var executor = Executors.newFixedThreadPool(replicas)) {
            QuarkusTransaction.begin();
            database.execute("lock table signing_key in exclusive mode");
            Callable<String> start = () -> new SigningKeys(store).current().kid();
            var started = Collections.nCopies(replicas, start).stream()
                    .map(executor::submit)
                    .toList();
            await().until(() ->
                    database.query("select 1 from pg_locks where not granted").size() == replicas);
            QuarkusTransaction.commit();
            var kids = new ArrayList<String>();
            for (var replica : started) {
                kids.add(replica.get());
            }
            return kids;
        }
    }
}
