package dev.greenroom.quickstart;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one start goes by: where everything is, and what the parts share.
 *
 * @param settings what services are told besides, by their names
 */
record Plan(
        Home home,
        Secrets secrets,
        Addresses addresses,
        Neighbours neighbours,
        Map<String, Map<String, String>> settings) {

    URI coder() {
        return neighbours.coder() == null ? addresses.url("coder") : neighbours.coder();
    }

    /** Greenroom at Coder; empty where accounts are linked by API tokens only. */
    Optional<CoderApplication> coderApplication() {
        return neighbours.coder() == null
                ? secrets.coderApplication()
                : Optional.ofNullable(neighbours.coderApplication());
    }

    URI backstage() {
        return neighbours.backstage() == null ? addresses.url("backstage") : neighbours.backstage();
    }

    String backstageToken() {
        return neighbours.backstage() == null
                ? secrets.backstageToken()
                : Objects.requireNonNull(neighbours.backstageToken());
    }
}
