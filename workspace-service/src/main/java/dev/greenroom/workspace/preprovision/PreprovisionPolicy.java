package dev.greenroom.workspace.preprovision;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.UserRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the operator allows to be created with nobody asking. */
@ApplicationScoped
class PreprovisionPolicy {

    private static final String ALL = "*";

    private final PreprovisionConfig config;

    PreprovisionPolicy(PreprovisionConfig config) {
        this.config = config;
    }

    /** Whether anything may be pre-provisioned at all. */
    boolean enabled() {
        return config.enabled();
    }

    boolean allows(Published published, UserRef owner) {
        return against(published, owner).isEmpty();
    }

    /** The settings that don't allow it, by the last part of their names; none where it is allowed. */
    List<String> against(Published published, UserRef owner) {
        var template = published.config().templateName();
        var allowed = new LinkedHashMap<String, Boolean>();
        allowed.put("enabled", config.enabled());
        allowed.put("snapshot", config.snapshot() || !ofSnapshot(published));
        allowed.put(
                "namespaces", lists(config.namespaces(), published.entityRef().namespace()));
        allowed.put("kinds", lists(config.kinds(), published.entityRef().kind()));
        allowed.put("templates", template != null && lists(config.templates(), template));
        allowed.put("hosts", listsHosts(published.config()));
        allowed.put("owners", lists(config.owners(), owner.toString()));
        return allowed.entrySet().stream()
                .filter(setting -> !setting.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Each host has to be listed. Where no repository is named at all, no list can name its host. */
    private boolean listsHosts(CoderConfig entity) {
        var hosts = Stream.concat(
                        Stream.ofNullable(entity.repositoryUrl()).map(URI::toString), entity.params().values().stream())
                .flatMap(text -> RepositoryUrl.read(text).stream())
                .map(RepositoryUrl::host)
                .collect(toUnmodifiableSet());
        return hosts.isEmpty()
                ? lists(config.hosts(), ALL)
                : hosts.stream().allMatch(host -> lists(config.hosts(), host));
    }

    private static boolean ofSnapshot(Published published) {
        var optIn = published.config().preprovision();
        return optIn != null && optIn.snapshot();
    }

    /** A list that is not there allows nothing: what an operator forgot is nobody's permission. */
    private static boolean lists(Optional<Set<String>> allowed, String name) {
        return allowed.orElse(Set.of()).stream().anyMatch(one -> one.equals(ALL) || one.equalsIgnoreCase(name));
    }
}
