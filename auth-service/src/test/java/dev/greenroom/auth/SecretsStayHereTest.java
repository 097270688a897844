package dev.greenroom.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.coder.CoderStandIn;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everything is done with known secrets, with logs at TRACE, and then they are looked for wherever others may look. */
@QuarkusTest
@TestProfile(AuthServiceProfile.class)
class SecretsStayHereTest {
    private static final String JSON = "application/json";

    BackstageStandIn backstage;
    CoderStandIn coder;

    @TestHTTPResource
    URI root;

    @Inject
    Database database;

    @Inject
    AccountTopic topic;

    private final List<Exchange> exchanges = new ArrayList<>();

    @AfterEach
    void healCoder() {
        coder.faults().clear();
    }

    @Test
    void noSecretIsInTheDatabaseTheLogsTheAnswersOrTheMessages() {
        // Given
        var person = TestPerson.another(backstage, coder);
        var apiToken = person.newApiToken();
        var refused = apiToken.replaceFirst(".{6}$", "s3cr3t");
        var unquoted = "x" + HexFormat.of().formatHex(apiToken.getBytes(UTF_8));
        var jane = "Bearer " + person.bearer();

        // When
        try (var log = LogCapture.atConfiguredLevels()) {
            link(jane, apiToken);
            link(jane, refused);
            linkWhileCoderIsAway(jane, apiToken);
            call("PUT", "/v1/account", jane, "{\"apiToken\": \"" + apiToken + "\", \"x\": 1}");
            call("PUT", "/v1/account", jane, "{\"apiToken\": " + unquoted + "}");
            call("PUT", "/v1/account", jane, "{\"apiToken\": \"" + apiToken + " \\u0000\"}");
            call("PUT", "/v1/account", jane, "{\"preprovisionConsent\": \"" + unquoted + "\"}");
            call("GET", "/v1/account", jane, "");
            var serviceToken = serviceToken();
            var loan = borrow(serviceToken, person.userRef());
            var loanId = loan.text().replaceFirst("(?s).*\"loanId\":(\\d+).*", "$1");
            call("POST", "/internal/loans/" + loanId + "/refusal", "Bearer " + serviceToken, "");
            topic.awaitEvents(person.userRef(), 2);

            // Then
            assertThat(exchanges).extracting(Exchange::status).contains(200, 204, 400, 422, 503);
            assertThat(loan.text()).contains(apiToken);
            assertThat(log.lines()).hasSizeGreaterThan(100);
            for (var secret : secretPartsOf(apiToken, refused, unquoted, serviceToken, jane)) {
                assertNowhere(secret, log.lines());
            }
            assertThat(log.lines()).noneMatch(line -> line.contains(AuthServiceProfile.SECRET));
        }
    }

    private void assertNowhere(String secret, List<String> logged) {
        assertThat(shorten(logged, secret)).as("the log").isEmpty();
        assertThat(exchanges).extracting(Exchange::text).noneMatch(text -> text.contains(secret));
        assertThat(topic.texts()).isNotEmpty().noneMatch(text -> text.contains(secret));
        var hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
        assertThat(database.dump()).isNotEmpty().noneMatch(row -> row.contains(secret) || row.contains(hex));
    }

    /** What makes a token good: Coder's after the hyphen, a JWT's signature. */
    private static List<String> secretPartsOf(String... tokens) {
        return List.of(tokens).stream()
                .map(token -> token.substring(Math.max(token.lastIndexOf('.'), token.lastIndexOf(' ')) + 1))
                .map(token -> token.matches("[A-Za-z0-9]{10}-[A-Za-z0-9]+") ? token.substring(11) : token)
                .toList();
    }

    private static List<String> shorten(List<String> lines, String secret) {
        return lines.stream()
                .filter(line -> line.contains(secret))
                .map(line -> line.substring(0, Math.min(200, line.length())))
                .toList();
    }

    private void link(String bearer, String apiToken) {
        call("PUT", "/v1/account", bearer, "{\"apiToken\": \"" + apiToken + "\", \"preprovisionConsent\": true}");
    }

    private void linkWhileCoderIsAway(String bearer, String apiToken) {
        coder.faults().on("GET", "/api/v2/users/me").times(1).dropBeforeEffect();
        link(bearer, apiToken);
        link(bearer, apiToken);
    }

    private String serviceToken() {
        var credentials = "workspace-service:" + URLEncoder.encode(AuthServiceProfile.SECRET, UTF_8);
        var basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
        var answer = Exchange.of(
                root.resolve("/oauth2/token"),
                "POST",
                basic,
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&audience=auth-service");
        return answer.text().replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    private Exchange borrow(String serviceToken, String userRef) {
        return Exchange.of(
                root.resolve("/internal/loans"),
                "POST",
                "Bearer " + serviceToken,
                JSON,
                "{\"deployment\": \"default\", \"userRef\": \"" + userRef + "\"}");
    }

    private void call(String method, String path, String authorization, String body) {
        exchanges.add(Exchange.of(root.resolve(path), method, authorization, JSON, body));
    }
}
