package dev.greenroom.auth;

import dev.greenroom.auth.seal.NewKeyset;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.coder.CoderTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/** The service among its neighbours: Kafka, PostgreSQL, Coder, Backstage, and itself as the services' issuer. */
public class AuthServiceProfile implements QuarkusTestProfile {
    public static final String SECRET = "a secret with spaces + signs & a : colon";
    public static final String GATEWAY_SECRET = "the-gateway's-own-secret";
    public static final String ADMIN = "user:default/an-admin";
    public static final String ANOTHER_ADMIN = "user:default/another-admin";

    @Override
    public Map<String, String> getConfigOverrides() {
        var port = String.valueOf(FreePort.find());
        return Map.of(
                "quarkus.http.test-port",
                port,
                "greenroom.auth-service.url",
                "http://127.0.0.1:" + port,
                "quarkus.http.host",
                "127.0.0.1",
                "greenroom.seal.keyset",
                keyset(),
                "greenroom.issuer.clients.workspace-service.secret",
                SECRET,
                "greenroom.issuer.clients.gateway.secret",
                GATEWAY_SECRET,
                "greenroom.issuer.clients.disabled.secret",
                " ",
                "greenroom.admins",
                ADMIN + "," + ANOTHER_ADMIN,
                "quarkus.rest-client.coder.read-timeout",
                "500");
    }

    private static String keyset() {
        try {
            return NewKeyset.json();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(KafkaTestResource.class),
                new TestResourceEntry(PostgresqlTestResource.class),
                new TestResourceEntry(CoderTestResource.class),
                new TestResourceEntry(BackstageTestResource.class));
    }
}
