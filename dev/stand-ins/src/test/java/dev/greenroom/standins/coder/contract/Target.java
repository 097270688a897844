package dev.greenroom.standins.coder.contract;

import dev.greenroom.standins.coder.CoderStandIn;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** What is held against the recordings: a real Coder where the environment names one, else a stand-in. */
final class Target implements AutoCloseable {

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
        String url = System.getenv("GREENROOM_TEST_CODER_URL");
        if (url != null) {
            return new Target(
                    url.replaceAll("/$", ""), System.getenv("GREENROOM_TEST_CODER_ADMIN_TOKEN"), Optional.empty());
        }
        CoderStandIn standIn = CoderStandIn.start();
        return new Target(standIn.url(), standIn.tokenFor("admin"), Optional.of(standIn));
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
        Assumptions.assumeTrue(standIn.isPresent(), "a real Coder cannot be told to do this");
        return standIn.orElseThrow();
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
