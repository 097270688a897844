package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.greenroom.standins.coder.CoderStandIn;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Greenroom as an application of the stand-in Coder, from one start to the next. */
class DemoApplicationTest {
    private static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

    @TempDir
    Path folder;

    private CoderStandIn coder;

    @BeforeEach
    void start() {
        coder = CoderStandIn.start();
    }

    @AfterEach
    void stop() {
        coder.close();
    }

    @Test
    void isRegisteredWithTheGatewaysCallback() {
        var application = registered(GATEWAY);

        assertThat(application.callback()).hasToString("http://127.0.0.1:8080/oauth2/callback");
        assertThat(new DemoCoder(URI.create(coder.url())).knows(application)).isTrue();
        assertThat(application.toString()).doesNotContain(application.clientSecret());
    }

    @Test
    void isTheSameAtTheNextStart() {
        assertThat(registered(GATEWAY)).isEqualTo(registered(GATEWAY));
    }

    @Test
    void isAnotherWhereTheGatewayListensElsewhere() {
        var first = registered(GATEWAY);

        var second = registered(URI.create("http://127.0.0.1:8090"));

        assertThat(second.clientId()).isNotEqualTo(first.clientId());
        assertThat(second.callback()).hasToString("http://127.0.0.1:8090/oauth2/callback");
    }

    @Test
    void isAnotherWhereCoderHasForgottenIt() {
        var first = registered(GATEWAY);
        coder.close();
        coder = CoderStandIn.start();

        assertThat(registered(GATEWAY).clientId()).isNotEqualTo(first.clientId());
    }

    /** As a start does, with what the start before it has kept. */
    private CoderApplication registered(URI gateway) {
        var home = new Home(Path.of("."), folder);
        new DemoApplication(new Secrets(home), URI.create(coder.url()), gateway).register();
        return new Secrets(home).coderApplication().orElseThrow();
    }
}
