package dev.greenroom.workspace.neighbours;

import static org.awaitility.Awaitility.await;

import dev.greenroom.contracts.CoderAccountEvent;
import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.Environment;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.standins.backstage.StagingBackstage;
import dev.greenroom.standins.coder.CoderStandIn;
import dev.greenroom.standins.coder.users.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of Backstage and of Coder that no other test has. */
public record Person(UserRef ref, String username, String coderToken) {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** Known to Coder, not linked. */
    public static Person newcomer(CoderStandIn coder) {
        return newcomer(coder, Set.of());
    }

    private static Person newcomer(CoderStandIn coder, Set<Role> roles) {
        var username = "person" + COUNT.incrementAndGet();
        coder.addUser(username, "password of " + username, roles);
        return new Person(new UserRef("default", username), username, coder.tokenFor(username));
    }

    /** An administrator of Coder, who sees everybody's workspaces there, linked like others. */
    public static Person administrator(CoderStandIn coder, AuthServiceStandIn auth, Database database) {
        var person = newcomer(coder, Set.of(Role.OWNER));
        auth.link(person.ref().toString(), person.coderToken(), 1);
        person.comeThrough(database);
        return person;
    }

    /** Known to Coder, with an account that auth-service lends and that this service knows of. */
    public static Person linked(CoderStandIn coder, AuthServiceStandIn auth, Database database) {
        var person = linked(coder, auth);
        person.comeThrough(database);
        return person;
    }

    /** Known to Coder, with an account that auth-service lends; its event has not come through. */
    public static Person linked(CoderStandIn coder, AuthServiceStandIn auth) {
        var person = newcomer(coder);
        auth.link(person.ref().toString(), person.coderToken(), 1);
        return person;
    }

    /** Another person, whom the environment {@code staging} calls by the same reference. */
    public static Person twinOf(Person person, CoderStandIn coder, AuthServiceStandIn auth, Database database) {
        var another = newcomer(coder);
        var twin = new Person(
                person.ref().in(new Environment(StagingBackstage.NAME)), another.username(), another.coderToken());
        auth.link(twin.ref().toString(), twin.coderToken(), 1);
        twin.comeThrough(database);
        return twin;
    }

    private void comeThrough(Database database) {
        var event = linkedEvent(1, 1, false);
        Topics.send(event);
        await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> database.knows(event));
    }

    public CreateWorkspace create(EntityRef entity) {
        return create(entity, null, Map.of());
    }

    public CreateWorkspace create(EntityRef entity, String name, Map<String, String> params) {
        return create(entity, name, params, PATIENCE);
    }

    public CreateWorkspace create(EntityRef entity, String name, Map<String, String> params, Duration patience) {
        var now = Instant.now();
        return new CreateWorkspace(
                UUID.randomUUID(), "default", ref, ref, Cause.REQUESTED, now, now.plus(patience), entity, name, params);
    }

    /** What the service makes by itself for this owner of an entity. */
    public CreateWorkspace preprovisioned(UUID id, EntityRef entity) {
        var now = Instant.now();
        return new CreateWorkspace(
                id, "default", ref, ref, Cause.PREPROVISION, now, now.plus(PATIENCE), entity, null, Map.of());
    }

    /** Such a command, like {@code StartWorkspace::new}, about a workspace. */
    public OfWorkspace asks(OfWorkspace.Maker maker, UUID workspaceId) {
        var now = Instant.now();
        return maker.make(
                UUID.randomUUID(), "default", ref, ref, Cause.REQUESTED, now, now.plus(PATIENCE), workspaceId);
    }

    public ListWorkspaces list() {
        var now = Instant.now();
        return new ListWorkspaces(UUID.randomUUID(), "default", ref, ref, Cause.REQUESTED, now, now.plus(PATIENCE));
    }

    public CoderAccountEvent.Linked linkedEvent(long revision, long generation, boolean consent) {
        return new CoderAccountEvent.Linked(
                "default",
                ref,
                revision,
                Instant.now(),
                generation,
                UUID.nameUUIDFromBytes(username.getBytes()),
                username,
                consent,
                null);
    }

    public CoderAccountEvent.RelinkRequired relinkRequiredEvent(long revision) {
        return new CoderAccountEvent.RelinkRequired("default", ref, revision, Instant.now(), 1);
    }

    public CoderAccountEvent.Unlinked unlinkedEvent(long revision) {
        return new CoderAccountEvent.Unlinked("default", ref, revision, Instant.now());
    }
}
