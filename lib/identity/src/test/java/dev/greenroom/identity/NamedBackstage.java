package dev.greenroom.identity;

import java.util.Optional;

/** An environment as the configuration has it. */
record NamedBackstage(String url, Optional<String> issuer) implements EnvironmentsConfig.Backstage {
    NamedBackstage(String url) {
        this(url, Optional.empty());
    }
}
