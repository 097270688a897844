package dev.greenroom.workspace.preprovision;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.workspace.pause.PauseState;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What pre-provisioning does now, as an admin sees it.
 *
 * @param since when it became paused, or was resumed; null where it was never paused, as what follows
 * @param changedBy who said so last
 * @param reason why, in their words
 * @param waiting how many are due, by what they wait for
 * @param madeWithinTheHour how many commands were made in the last 60 minutes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreprovisionState(
        boolean enabled,
        boolean dryRun,
        boolean paused,
        @Nullable Instant since,
        @Nullable UserRef changedBy,
        @Nullable String reason,
        Map<String, Long> waiting,
        long madeWithinTheHour,
        Policy policy) {

    /** The operator's settings, as each replica has its own. */
    record Policy(
            Set<String> namespaces,
            Set<String> kinds,
            Set<String> templates,
            Set<String> hosts,
            Set<String> owners,
            boolean snapshot,
            int maxPerUser,
            int maxPerEntity,
            int maxPerHour,
            String afterWithdrawal) {

        static Policy of(PreprovisionConfig config) {
            return new Policy(
                    new TreeSet<>(config.namespaces().orElse(Set.of())),
                    new TreeSet<>(config.kinds().orElse(Set.of())),
                    new TreeSet<>(config.templates().orElse(Set.of())),
                    new TreeSet<>(config.hosts().orElse(Set.of())),
                    new TreeSet<>(config.owners().orElse(Set.of())),
                    config.snapshot(),
                    config.maxPerUser(),
                    config.maxPerEntity(),
                    config.maxPerHour(),
                    config.afterWithdrawal().name().toLowerCase(Locale.ROOT));
        }
    }

    static PreprovisionState of(
            PreprovisionConfig config, PauseState pause, Map<String, Long> waiting, long madeWithinTheHour) {
        return new PreprovisionState(
                config.enabled(),
                config.dryRun(),
                pause.paused(),
                pause.since(),
                pause.changedBy(),
                pause.reason(),
                waiting,
                madeWithinTheHour,
                Policy.of(config));
    }
}
