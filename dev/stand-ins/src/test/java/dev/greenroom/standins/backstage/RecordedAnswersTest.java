package dev.greenroom.standins.backstage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.greenroom.standins.FreePort;
import dev.greenroom.standins.recordings.JsonDifferences;
import dev.greenroom.standins.recordings.Recording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends what was sent to the real Backstage and compares status, header and body with what that answered. */
@Tag("contract")
class RecordedAnswersTest {
    private static final String STATIC_TOKEN = "static-token-0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static BackstageStandIn backstage;

    @BeforeAll
    static void startWithTheRecordedCatalog() throws IOException {
        var catalog = Files.createDirectory(folder.resolve("catalog"));
        var state = Files.createDirectory(folder.resolve("state"));
        RecordedCatalog.copyTo(catalog, state);
        var settings = BackstageSettings.local(catalog, state, FreePort.find(), STATIC_TOKEN);
        backstage = BackstageStandIn.start(settings.guest("user:default/guest"));
    }

    @AfterAll
    static void stop() {
        backstage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-name", "by-name-case", "by-name-inm", "prod-404", "by-uid", "by-uid-404"})
    void findsOneEntity(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"by-refs", "by-refs-case", "by-refs-bad"})
    void findsManyEntitiesAndLeavesNullWhereThereIsNone(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bq-1", "bq-2-cursor", "bq-cursor-tampered", "bq-default-order", "bq-no-limit"})
    void readsPages(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bq-limit0", "bq-limit-100000", "bq-totalItems-exclude", "bq-totalItems-bad"})
    void countsAsAsked(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bq-fulltext", "bq-fulltext-coder"})
    void searchesForAWord(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bq-post-exists", "bq-post-exists-tn", "bq-post-in"})
    void takesAPredicateInABody(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter-and",
                "filter-or",
                "filter-params",
                "filter-spec.coder",
                "filter-spec.coder.templateName",
                "filter-spec.coder.templateName-value"
            })
    void filtersByLeafKeys(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"entities-all", "entities-fields", "entities-limit", "entities-limit-offset", "entities-order"})
    void listsEntitiesWithTheirRelations(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad-400-fields", "bad-400-filter", "bad-400-limit"})
    void refusesWhatBackstageRefuses(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-none", "auth-bad", "auth-basic", "prod-401", "auth-restricted-read", "user-catalog"})
    void letsInWhomBackstageLetsIn(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-jwks", "auth-oidc", "userinfo", "guest-get", "guest-post"})
    void tellsWhoSomebodyIs(String recording) throws Exception {
        replay(recording);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refresh", "refresh-404", "unknown-route", "unknown-plugin"})
    void answersWithoutABodyWhereBackstageDoes(String recording) throws Exception {
        replay(recording);
    }

    private static void replay(String name) throws Exception {
        var recording = Recording.read("/backstage/" + name + ".http", RecordedAnswersTest::hereAndNow);

        var response = send(recording);

        assertThat(response.statusCode()).isEqualTo(recording.status());
        assertThat(JsonDifferences.between(withoutStack(recording.body()), body(response), BackstageLikeness.ALL))
                .isEmpty();
        for (var header : new String[] {"Content-Type", "link"}) {
            assertThat(response.headers().firstValue(header).orElse(null))
                    .as(header)
                    .isEqualTo(recording.responseHeaders().get(header));
        }
    }

    private static String hereAndNow(String recording) {
        return recording
                .replace("/srv/backstage/catalog", folder.resolve("catalog").toString())
                .replace("http://127.0.0.1:7007", backstage.url().toString())
                .replace("restricted-token-0123456789ab", STATIC_TOKEN)
                .replaceFirst(
                        "Authorization: Bearer <JWT.*>",
                        "Authorization: Bearer "
                                + backstage.tokenFor("user:default/guest").mint());
    }

    private static HttpResponse<String> send(Recording recording) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(backstage.url() + recording.path()))
                .method(recording.method(), BodyPublishers.ofString(recording.requestBody()));
        recording.headers().forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** The recorded back end ran as a developer's, that shows stacks; in production there are none. */
    private static JsonNode withoutStack(JsonNode body) {
        if (body.path("error") instanceof ObjectNode error) {
            error.remove("stack");
        }
        return body;
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        return response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
    }
}
