package dev.greenroom.quickstart;

import dev.greenroom.contracts.CoderConfigEvent;
import dev.greenroom.contracts.UserRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What consumers know of an entity; tests say by hand what that should be. */
sealed interface SaidOfEntity {

    /** @param optIns the generation of the opt-in that stands; 0 for none */
    record Published(String template, Map<String, String> params, Set<String> owners, long optIns)
            implements SaidOfEntity {}

    /** @param reasons the code and the path of each */
    record Invalid(Set<String> owners, List<String> reasons) implements SaidOfEntity {}

    /** Empty for an entity that is withdrawn. */
    static Optional<SaidOfEntity> of(CoderConfigEvent event) {
        return switch (event) {
            case CoderConfigEvent.Published published -> Optional.of(of(published));
            case CoderConfigEvent.Invalid invalid -> Optional.of(of(invalid));
            case CoderConfigEvent.Withdrawn _ -> Optional.empty();
        };
    }

    private static Published of(CoderConfigEvent.Published published) {
        var config = published.config();
        var optIn = config.preprovision();
        return new Published(
                config.templateName(), config.params(), texts(config.owners()), optIn == null ? 0 : optIn.generation());
    }

    private static Invalid of(CoderConfigEvent.Invalid invalid) {
        return new Invalid(
                texts(invalid.owners()),
                invalid.reasons().stream()
                        .map(reason -> reason.code() + " at " + reason.path())
                        .toList());
    }

    private static Set<String> texts(Collection<UserRef> users) {
        return users.stream().map(UserRef::toString).collect(Collectors.toSet());
    }
}
