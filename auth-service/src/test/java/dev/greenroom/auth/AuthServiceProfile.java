package dev.greenroom.auth;

import static java.util.Map.entry;

import dev.greenroom.auth.seal.TestKeysets;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.backstage.StagingBackstageTestResource;
import dev.greenroom.standins.coder.CoderTestResource;
import dev.greenroom.standins.kafka.KafkaTestResource;
import dev.greenroom.standins.leaks.Canary;
import dev.greenroom.standins.postgresql.PostgresqlTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service among its neighbours: Kafka, PostgreSQL, Coder, two Backstages, and itself as the services' issuer. */
public class AuthServiceProfile implements QuarkusTestProfile {
    /** Of a gateway that nobody asks: browsers are played by the tests. */
    public static final String CALLBACK = "https://greenroom.example.com/oauth2/callback";

    public static final String BACKSTAGE_PAGE = "https://backstage.example.com/settings/coder";
    public static final String STAGING_PAGE = "https://staging.example.com/settings/coder";
    /** Two back ends of Backstage, as clients of sign-ins. */
    public static final String SIGN_IN_CALLBACK = "https://backstage.example.com/api/auth/coder/handler/frame";

    public static final String SIGN_IN_SECRET = "the-own-secret-of-backstage";
    public static final String OTHER_SIGN_IN_CALLBACK = "https://staging.example.com/api/auth/coder/handler/frame";
    public static final String OTHER_SIGN_IN_SECRET = "the-own-secret-of-staging";
    public static final String SECRET = "a secret with spaces + signs & a : colon";
    public static final String GATEWAY_SECRET = "the-gateway's-own-secret";
    /** Of a client that only one test proves wrongly, so that nobody has told of it before. */
    public static final String CATALOG_SYNC_SECRET = "the-secret-of-catalog-sync-service";

    public static final String ADMIN = "user:default/an-admin";
    public static final String ANOTHER_ADMIN = "user:default/another-admin";
    private static final String STAGING_ADMIN = "user:default/an-admin-of-staging@staging";

    @Override
    public Map<String, String> getConfigOverrides() {
        var port = String.valueOf(FreePort.find());
        var keysets = TestKeysets.generate();
        Canary.note("client secret of a service", SECRET);
        Canary.note("client secret of a service", GATEWAY_SECRET);
        Canary.note("client secret of a sign-in", SIGN_IN_SECRET);
        Canary.note("client secret of a sign-in", OTHER_SIGN_IN_SECRET);
        return Map.ofEntries(
                entry("quarkus.http.test-port", port),
                entry("greenroom.auth-service.url", "http://127.0.0.1:" + port),
                entry("quarkus.http.host", "127.0.0.1"),
                entry("greenroom.seal.keyset", keysets.wrapped()),
                entry("greenroom.kms-stand-in.keyset", keysets.keyEncryptionKeyset()),
                // Tests say when; the look at the start finds no rows.
                entry("greenroom.seal.reseal.every", "1d"),
                entry("greenroom.issuer.clients.workspace-service.secret", SECRET),
                entry("greenroom.issuer.clients.gateway.secret", GATEWAY_SECRET),
                entry("greenroom.issuer.clients.catalog-sync-service.secret", CATALOG_SYNC_SECRET),
                entry("greenroom.issuer.clients.disabled.secret", " "),
                entry("greenroom.admins", String.join(",", ADMIN, ANOTHER_ADMIN, STAGING_ADMIN)),
                entry("greenroom.linking.page", BACKSTAGE_PAGE),
                entry("greenroom.linking.pages." + StagingBackstage.NAME, STAGING_PAGE),
                entry("greenroom.sign-in.clients.backstage.secret", SIGN_IN_SECRET),
                entry("greenroom.sign-in.clients.backstage.redirect-uris", SIGN_IN_CALLBACK),
                entry("greenroom.sign-in.clients.staging.secret", OTHER_SIGN_IN_SECRET),
                entry("greenroom.sign-in.clients.staging.redirect-uris", OTHER_SIGN_IN_CALLBACK),
                entry("quarkus.rest-client.coder.read-timeout", "500"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(KafkaTestResource.class),
                new TestResourceEntry(PostgresqlTestResource.class),
                new TestResourceEntry(CoderTestResource.class, Map.of("oauth2-callback", CALLBACK)),
                new TestResourceEntry(BackstageTestResource.class),
                new TestResourceEntry(StagingBackstageTestResource.class));
    }
}
