package dev.greenroom.auth.lending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** To whom tokens are lent, and for how long it is known afterwards. */
@ConfigMapping(prefix = "greenroom.loans")
interface LoansConfig {

    /** The services that may borrow by themselves, for users whose account is linked, by their client ids. */
    @WithDefault("workspace-service")
    Set<String> borrowers();

    /** The services that may borrow in exchange for a token that a user has brought them, by their client ids. */
    @WithDefault("gateway")
    Set<String> exchangers();

    /** The services that may borrow in one way or the other. */
    default Set<String> borrowersOrExchangers() {
        return Stream.of(borrowers(), exchangers()).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    Audit audit();

    /** The record of who was lent a token. */
    interface Audit {

        /** How long a loan stays in it. */
        @WithDefault("400D")
        Duration keep();
    }
}
