package dev.greenroom.workspace.view;

import dev.greenroom.contracts.RepositoryUrl;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.Workspace;
import dev.greenroom.database.Sql;
import dev.greenroom.workspace.account.AccountStore;
import dev.greenroom.workspace.origin.OriginStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes the view, and the events about it through the outbox. The writing methods belong into the caller's
 * transaction; they hold the owner's view until it ends, so that its events are in order.
 */
@ApplicationScoped
public class ViewStore {

    private final Sql sql;
    private final AccountStore accounts;
    private final WorkspaceEvents events;
    private final EntitiesOfWorkspaces entities;
    private final OriginStore origins;

    ViewStore(
            Sql sql,
            AccountStore accounts,
            WorkspaceEvents events,
            EntitiesOfWorkspaces entities,
            OriginStore origins) {
        this.sql = sql;
        this.accounts = accounts;
        this.events = events;
        this.entities = entities;
        this.origins = origins;
    }

    /**
     * Shows one workspace, unless something newer is shown, or it was removed since it was looked at.
     *
     * @param link the generation of the owner's link by which it was seen: of one that stands no longer, nothing is shown
     * @param since the look began not before, on the database's clock
     */
    public void show(String deployment, UserRef owner, long link, SeenWorkspace seen, Instant since) {
        var now = lock(deployment, owner);
        if (!stands(deployment, owner, link)) {
            return;
        }
        var ownerKey = keyOf(deployment, owner);
        var id = seen.workspace().id();
        origins.there(ownerKey, List.of(id));
        put(ownerKey, ViewedWorkspace.of(ownerKey, id), seen, now, since)
                .ifPresent(row -> events.tell(deployment, owner, now, List.of(row)));
        lookForDrift(deployment, owner, now, ViewedWorkspace.of(ownerKey));
    }

    /** One workspace is gone. */
    public void remove(String deployment, UserRef owner, UUID id) {
        var now = lock(deployment, owner);
        origins.gone(keyOf(deployment, owner), List.of(id));
        ViewedWorkspace.of(keyOf(deployment, owner), id)
                .filter(row -> !row.removed)
                .ifPresent(row -> {
                    row.remove(now);
                    events.tell(deployment, owner, now, List.of(row));
                });
    }

    /** Shows all that an owner has, and no others. */
    public void showAll(Listing listing, Collection<SeenWorkspace> all) {
        var now = lock(listing.deployment(), listing.owner());
        if (!stands(listing.deployment(), listing.owner(), listing.link())) {
            return;
        }
        var ownerKey = keyOf(listing.deployment(), listing.owner());
        var rows = ViewedWorkspace.<ViewedWorkspace>list("ownerKey", ownerKey).stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        var changed = all.stream()
                .flatMap(
                        seen -> put(
                                ownerKey,
                                Optional.ofNullable(rows.remove(seen.workspace().id())),
                                seen,
                                now,
                                listing.since())
                                .stream())
                .collect(Collectors.toList());
        rows.values().stream()
                .filter(row -> !row.removed && row.writtenAt.isBefore(listing.since()))
                .forEach(row -> {
                    row.remove(now);
                    changed.add(row);
                });
        events.tell(listing.deployment(), listing.owner(), now, changed);
        var shown = ViewedWorkspace.of(ownerKey);
        origins.only(ownerKey, shown.stream().map(row -> row.id).toList());
        lookForDrift(listing.deployment(), listing.owner(), now, shown);
        var lists = sql.row(
                        "UPDATE viewed_owner SET refreshed_at = ?, lists = lists + 1 WHERE owner_key = ? RETURNING lists",
                        row -> row.number("lists"),
                        listing.since(),
                        ownerKey)
                .orElseThrow();
        if (listing.askedFor() || !changed.isEmpty()) {
            events.tellOfList(listing, lists, now, shown);
        }
    }

    /** Looks how an owner's workspaces have drifted by now, and tells what is new of it. */
    void lookForDrift(String deployment, UserRef owner) {
        var now = lock(deployment, owner);
        lookForDrift(deployment, owner, now, ViewedWorkspace.of(keyOf(deployment, owner)));
    }

    private void lookForDrift(String deployment, UserRef owner, Instant now, List<ViewedWorkspace> shown) {
        var drift = origins.driftOf(keyOf(deployment, owner));
        var drifted = shown.stream()
                .filter(row ->
                        Optional.ofNullable(drift.get(row.id)).map(row::drift).orElse(false))
                .toList();
        drifted.forEach(ViewedWorkspace::countUp);
        events.tellDrift(deployment, owner, now, drifted);
    }

    /** Shows nothing of an owner's any more, until it is read again: the link by which it was seen has ended. */
    void clear(String deployment, UserRef owner) {
        var now = lock(deployment, owner);
        var ownerKey = keyOf(deployment, owner);
        var rows = ViewedWorkspace.of(ownerKey);
        rows.forEach(row -> row.remove(now));
        events.tell(deployment, owner, now, rows);
        sql.change("UPDATE viewed_owner SET refreshed_at = NULL WHERE owner_key = ?", ownerKey);
    }

    /** The repositories of the owner's workspaces by the build that they were read of, so that none is read twice. */
    public Map<UUID, Set<RepositoryUrl>> repositoriesByBuild(String deployment, UserRef owner) {
        return ViewedWorkspace.of(keyOf(deployment, owner)).stream()
                .collect(Collectors.toMap(row -> row.buildId, ViewedWorkspace::repositories));
    }

    /** Whether it is known as one of the owner's workspaces, by the link that stands. */
    public boolean shows(String deployment, UserRef owner, UUID id) {
        return ViewedWorkspace.of(keyOf(deployment, owner), id)
                .filter(row -> !row.removed)
                .isPresent();
    }

    /** The repositories of one of the owner's workspaces, where they were read of that build. */
    public Optional<Set<RepositoryUrl>> repositoriesOf(String deployment, UserRef owner, UUID id, UUID buildId) {
        return ViewedWorkspace.of(keyOf(deployment, owner), id)
                .filter(row -> row.buildId.equals(buildId))
                .map(ViewedWorkspace::repositories);
    }

    /** The owner's workspace for a repository, as last seen. */
    public Optional<UUID> workspaceFor(String deployment, UserRef owner, RepositoryUrl repository) {
        return ViewedWorkspace.of(keyOf(deployment, owner)).stream()
                .filter(row -> row.repositories().contains(repository))
                .map(row -> row.id)
                .findFirst();
    }

    /** When all that an owner has was read last; empty where it never was. */
    public Optional<Instant> refreshedAt(String deployment, UserRef owner) {
        return sql
                .rows(
                        "SELECT refreshed_at FROM viewed_owner WHERE owner_key = ?",
                        row -> Optional.ofNullable(row.instantOrNull("refreshed_at")),
                        keyOf(deployment, owner))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The owner's workspaces, with the entities that they are for. */
    public List<ShownWorkspace> workspacesOf(String deployment, UserRef owner) {
        var rows = ViewedWorkspace.of(keyOf(deployment, owner));
        var workspaces = entities.with(deployment, rows);
        return rows.stream()
                .map(row -> new ShownWorkspace(Objects.requireNonNull(workspaces.get(row.id)), row.writtenAt))
                .toList();
    }

    /** One of the owner's workspaces, unless it is gone. */
    public Optional<Workspace> workspace(String deployment, UserRef owner, UUID id) {
        return ViewedWorkspace.of(keyOf(deployment, owner), id)
                .filter(row -> !row.removed)
                .map(row -> entities.with(deployment, List.of(row)).get(id));
    }

    void forgetRemovedBefore(Duration age) {
        sql.change(
                "DELETE FROM viewed_workspace WHERE removed AND written_at < clock_timestamp() - ? * interval '1 second'",
                age.toSeconds());
    }

    private static Optional<ViewedWorkspace> put(
            String ownerKey, Optional<ViewedWorkspace> known, SeenWorkspace seen, Instant now, Instant since) {
        if (known.filter(row -> row.isNewerThan(seen, since)).isPresent()) {
            return Optional.empty();
        }
        var row = known.orElseGet(
                () -> ViewedWorkspace.unseen(ownerKey, seen.workspace().id()));
        var changed = row.show(seen, now);
        if (known.isEmpty()) {
            row.persist();
        }
        return changed ? Optional.of(row) : Optional.empty();
    }

    /** To be asked under the lock: whoever keeps the end of a link clears the view under it, too. */
    private boolean stands(String deployment, UserRef owner, long link) {
        return accounts.find(deployment, owner)
                .map(account -> account.mayStillHave(link))
                .orElse(true);
    }

    private Instant lock(String deployment, UserRef owner) {
        sql.change("INSERT INTO viewed_owner (owner_key) VALUES (?) ON CONFLICT DO NOTHING", keyOf(deployment, owner));
        return sql.row(
                        "SELECT clock_timestamp() AS now FROM viewed_owner WHERE owner_key = ? FOR UPDATE",
                        row -> row.instant("now"),
                        keyOf(deployment, owner))
                .orElseThrow();
    }

    private static String keyOf(String deployment, UserRef owner) {
        return deployment + "/" + owner;
    }
}
