package dev.greenroom.workspace.neighbours;

import dev.greenroom.contracts.CoderConfig;
import dev.greenroom.contracts.CoderConfig.Preprovision;
import dev.greenroom.contracts.CoderConfigEvent.Invalid;
import dev.greenroom.contracts.CoderConfigEvent.Published;
import dev.greenroom.contracts.CoderConfigEvent.Withdrawn;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Reason;
import dev.greenroom.contracts.UserRef;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An entity of the catalog that no other test has, with a repository of its own; its copies differ in one thing. */
public record Entity(
        EntityRef ref,
        String repository,
        String template,
        Map<String, String> params,
        String preset,
        List<UserRef> owners,
        Preprovision preprovision) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static Entity some() {
        return named("service" + COUNT.incrementAndGet());
    }

    public static Entity named(String name) {
        var repository = "https://github.com/acme/" + name.toLowerCase();
        return new Entity(
                new EntityRef("component", "default", name),
                repository,
                "devcontainers",
                Map.of("repo_url", repository),
                null,
                List.of(),
                null);
    }

    public Entity template(String name) {
        return new Entity(ref, repository, name, params, preset, owners, preprovision);
    }

    public Entity preset(String name) {
        return new Entity(ref, repository, template, params, name, owners, preprovision);
    }

    public Entity param(String name, String value) {
        var more = new LinkedHashMap<>(params);
        more.put(name, value);
        return new Entity(ref, repository, template, more, preset, owners, preprovision);
    }

    public Entity withoutParams() {
        return new Entity(ref, repository, template, Map.of(), preset, owners, preprovision);
    }

    public Entity in(String namespace) {
        return new Entity(
                new EntityRef("component", namespace, ref.name()),
                repository,
                template,
                params,
                preset,
                owners,
                preprovision);
    }

    public Entity from(String url) {
        return new Entity(ref, url, template, params, preset, owners, preprovision);
    }

    public Entity ownedBy(UserRef... users) {
        return new Entity(ref, repository, template, params, preset, List.of(users), preprovision);
    }

    public Entity preprovision(long generation, boolean start, UserRef... users) {
        return with(new Preprovision(generation, List.of(users), start, null, null, false));
    }

    /** As it is opted in, but for so many owners at a time. */
    public Entity maxWorkspaces(int most) {
        return with(new Preprovision(
                preprovision.generation(),
                preprovision.users(),
                preprovision.start(),
                most,
                preprovision.ttl(),
                false));
    }

    /** As it is opted in, but to stop so long after a start. */
    public Entity ttl(Duration ttl) {
        return with(new Preprovision(
                preprovision.generation(),
                preprovision.users(),
                preprovision.start(),
                preprovision.maxWorkspaces(),
                ttl,
                false));
    }

    private Entity with(Preprovision optIn) {
        return new Entity(ref, repository, template, params, preset, owners, optIn);
    }

    /** Opted in for all owners already when the catalog was first read whole. */
    public Entity inSnapshot() {
        return with(new Preprovision(1, List.of(), true, null, null, true));
    }

    public Published published(long revision) {
        return published(revision, List.of());
    }

    public Published published(long revision, List<Reason> notReady) {
        return new Published("default", ref, uid(), revision, Instant.now(), true, config(), notReady, List.of());
    }

    /** Nobody says anything about Coder, and the defaults can't serve it. */
    public Published notApplicable(long revision) {
        var reason = new Reason("NO_REPO_URL", "metadata.annotations", "There is no repository.");
        return new Published(
                "default", ref, uid(), revision, Instant.now(), false, config(), List.of(reason), List.of());
    }

    public Invalid invalid(long revision) {
        return new Invalid(
                "default",
                ref,
                uid(),
                revision,
                Instant.now(),
                owners,
                List.of(new Reason("INVALID_VALUE", "spec.coder.mode", "The mode is auto or manual.")));
    }

    public Withdrawn withdrawn(long revision) {
        return new Withdrawn("default", ref, uid(), revision, Instant.now());
    }

    private CoderConfig config() {
        return new CoderConfig(
                null,
                template,
                CoderConfig.Mode.MANUAL,
                params,
                preset,
                repository == null ? null : URI.create(repository),
                null,
                owners,
                preprovision);
    }

    private String uid() {
        return "uid of " + ref;
    }
}
