package dev.greenroom.standins.coder.contract;

import dev.greenroom.standins.LeftOut;
import dev.greenroom.standins.coder.CoderStandIn;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What is held against the recordings: a real Coder where the environment names one, else a stand-in. */
final class Target implements AutoCloseable {

    private static final String URL = "GREENROOM_TEST_CODER_URL";
    private static final String ADMIN_TOKEN = "GREENROOM_TEST_CODER_ADMIN_TOKEN";

    private final String url;
    private final String adminToken;
    private final Optional<CoderStandIn> standIn;
    private final Leftovers leftovers;

    private Target(String url, String adminToken, Optional<CoderStandIn> standIn) {
        this.url = url;
        this.adminToken = adminToken;
        this.standIn = standIn;
        this.leftovers = new Leftovers(new Coder(url), adminToken);
    }

    static Target open() {
        Target target = open(System.getenv());
        if (target.standIn.isPresent()) {
            LeftOut.say("the Coder contract with a real Coder", URL + " is not set");
        }
        return target;
    }

    /** @throws IllegalStateException where a real Coder is named without a token */
    static Target open(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        if (!url.isBlank()) {
            return new Target(url.replaceAll("/$", ""), adminToken(environment), Optional.empty());
        }
        CoderStandIn standIn = CoderStandIn.start();
        return new Target(standIn.url(), standIn.tokenFor("admin"), Optional.of(standIn));
    }

    private static String adminToken(Map<String, String> environment) {
        String token = environment.getOrDefault(ADMIN_TOKEN, "");
        if (token.isBlank()) {
            throw new IllegalStateException(URL + " is set, and " + ADMIN_TOKEN + " is not");
        }
        return token;
    }

    /** Has what a test makes tidied up in the end. */
    Leftovers leftovers() {
        return leftovers;
    }

    String url() {
        return url;
    }

    String adminToken() {
        return adminToken;
    }

    /** For what a real Coder cannot be told to do. */
    CoderStandIn standIn() {
        return standIn.orElseGet(() -> Assumptions.abort("a real Coder can't be told to do this"));
    }

    @Override
    public void close() {
        standIn.ifPresent(coder -> {
            coder.buildTime(Duration.ofMillis(1));
            coder.settings().provisioners(100);
        });
        leftovers.tidyUp();
        standIn.ifPresent(CoderStandIn::close);
    }
}
