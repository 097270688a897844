package dev.greenroom.identity;

import dev.greenroom.contracts.Environment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are taken. An issuer stands for one kind of callers and one environment: whoever calls is told apart by
 * nothing else.
 */
@ApplicationScoped
class Issuers {
    private final List<Issuer> all;
    private final Map<String, Issuer> byName;

    /** @throws IllegalStateException where two have the same name or the same keys
     * @throws IllegalArgumentException where an environment has no name of one */
    Issuers(
            @ConfigProperty(name = "greenroom.backstage.url") String backstage,
            @ConfigProperty(name = "greenroom.backstage.issuer") String backstageIssuer,
            @ConfigProperty(name = "greenroom.services.issuer") String services,
            EnvironmentsConfig environments) {
        var issuers = new ArrayList<Issuer>();
        issuers.add(Issuer.ofServices(services));
        issuers.add(Issuer.ofUsers(backstageIssuer, backstage));
        environments.backstages().forEach((name, its) -> issuers.add(Issuer.ofUsers(new Environment(name), its)));
        all = List.copyOf(issuers);
        byName = unique("issuer", Issuer::name);
        unique("address of keys", Issuer::url);
    }

    private Map<String, Issuer> unique(String what, Function<Issuer, String> value) {
        var found = new HashMap<String, Issuer>();
        for (var issuer : all) {
            var other = found.putIfAbsent(value.apply(issuer), issuer);
            if (other != null) {
                throw new IllegalStateException("%s and %s have the same %s, %s: nobody could tell their callers apart"
                        .formatted(settingOf(other), settingOf(issuer), what, value.apply(issuer)));
            }
        }
        return found;
    }

    private static String settingOf(Issuer issuer) {
        return switch (issuer.callers()) {
            case SERVICE -> "greenroom.services";
            case USER ->
                issuer.environment() == null ? "greenroom.backstage" : "greenroom.environments." + issuer.environment();
        };
    }

    List<Issuer> all() {
        return all;
    }

    /** The issuer that tokens name in {@code iss}; empty where it is none of ours. */
    Optional<Issuer> find(@Nullable String name) {
        return Optional.ofNullable(name).map(byName::get);
    }
}
