package dev.greenroom.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.LogCapture;
import dev.greenroom.standins.backstage.BackstageStandIn;
import dev.greenroom.standins.backstage.BackstageTestResource;
import dev.greenroom.standins.backstage.ServicesIssuer;
import dev.greenroom.standins.backstage.ServicesIssuerTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.Test;

/** The application is configured to log everything, at TRACE, as an operator in trouble might. */
@QuarkusTest
@WithTestResource(BackstageTestResource.class)
@WithTestResource(ServicesIssuerTestResource.class)
class QuietLogsTest {
    BackstageStandIn backstage;
    ServicesIssuer issuer;

    @TestHTTPResource
    URI root;

    @Test
    void neverShowATokenHoweverLoudTheyAre() {
        // Given
        var good = backstage.tokenFor("user:default/jane").mint();
        var users = List.of(
                good,
                backstage.tokenFor("user:default/jane").rogueKey().mint(),
                backstage.tokenFor("user:default/jane").unknownKid().mint(),
                backstage.tokenFor("user:default/jane").audience("other").mint(),
                backstage.tokenFor("nobody").mint(),
                backstage
                        .tokenFor("user:default/jane")
                        .issuedIn(Duration.ofHours(1))
                        .mint(),
                "opaque-token-of-somebody");
        var services = List.of(
                issuer.tokenFor("gateway", WhoAmIResource.SERVICE).mint(),
                issuer.tokenFor("gateway", WhoAmIResource.SERVICE).rogueKey().mint());

        // When
        try (var log = LogCapture.atConfiguredLevels()) {
            var statuses = new ArrayList<>(Barrage.of(users, root.resolve("/v1/whoami")));
            statuses.addAll(Barrage.of(services, root.resolve("/internal/whoami")));

            // Then
            assertThat(statuses).contains(200, 401);
            assertThat(log.lines()).as("the capture works").anyMatch(line -> line.startsWith("dev.greenroom.problems"));
            var shown = Stream.concat(users.stream(), services.stream()).filter(log::shows);
            assertThat(shown).isEmpty();
        }
    }

    @Test
    void keepQuarkusOidcFromTalkingWhateverItsConfiguredLevel() {
        assertThat(Logger.getLogger("io.quarkus.oidc.runtime.OidcProvider")
                        .isLoggable(org.jboss.logmanager.Level.DEBUG))
                .isFalse();
    }
}
