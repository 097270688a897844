package dev.greenroom.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.seed.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts of data that was left from an earlier run. */
class DemoAccountsTest {
    private final List<String> puts = new CopyOnWriteArrayList<>();
    private volatile Instant expiresAt = Instant.now();
    private HttpServer gateway;
    private CoderStandIn coder;
    private DemoAccounts accounts;

    @BeforeEach
    void aGatewayAndCoder() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/v1/account", this::account);
        gateway.start();
        coder = CoderStandIn.start("127.0.0.1", 0, null, Seed.recorded());
        var url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        accounts = new DemoAccounts(url, URI.create("http://backstage.invalid"), URI.create(coder.url()));
    }

    @AfterEach
    void close() {
        gateway.stop(0);
        coder.close();
    }

    @Test
    void leavesAnAccountAloneWhoseTokenLastsForNow() {
        expiresAt = Instant.now().plus(Duration.ofDays(2));

        accounts.link("jane", "a token");

        assertThat(puts).isEmpty();
    }

    @Test
    void givesAnAccountANewTokenWhoseOwnEndsSoonAndLeavesItsConsent() {
        expiresAt = Instant.now().plus(Duration.ofHours(2));

        accounts.link("jane", "a token");

        assertThat(puts).singleElement().asString().contains("apiToken").doesNotContain("Consent");
    }

    private void account(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            puts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        var body = "{\"expiresAt\": \"%s\"}".formatted(expiresAt).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
