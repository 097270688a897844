package dev.greenroom.auth.account;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Opens what lies sealed; a row that no key opens is named once, in this process, and is in the way of no other. */
final class OpenIfPossible {
    private static final Logger LOG = Logger.getLogger(OpenIfPossible.class);

    private final Set<UUID> named = ConcurrentHashMap.newKeySet();

    <T> Optional<T> open(UUID row, Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (IllegalStateException e) {
            if (named.add(row)) {
                LOG.errorf("no key opens it, and it is left alone row=%s cause=%s", row, e);
            }
            return Optional.empty();
        }
    }
}
