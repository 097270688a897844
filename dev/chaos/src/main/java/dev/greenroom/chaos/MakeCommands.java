package dev.greenroom.chaos;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Makes commands as users would ask for them, and remembers what each is to come to. */
final class MakeCommands {
    /** Longer than any run: no deadline is a reason to fail. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private static final int LISTS_PER_CENT = 10;
    private static final int AGAIN_PER_CENT = 15;

    private final Random random;
    private final SendCommands send;
    private final Operations operations;
    private final List<AskedWorkspace> toCome = new ArrayList<>();
    private final List<AskedWorkspace> workspaces = new ArrayList<>();
    private final List<Asked> lists = new ArrayList<>();
    private final List<Runnable> repeats = new ArrayList<>();

    private int count;

    MakeCommands(Random random, List<Owner> owners, List<EntityRef> entities, SendCommands send, Operations operations) {
        this.random = random;
        this.send = send;
        this.operations = operations;
        owners.forEach(owner -> entities.forEach(entity -> toCome.add(new AskedWorkspace(owner.ref(), entity))));
        Collections.shuffle(toCome, random);
    }

    /** Each kind of command in turn of chance; one in ten is one more time what was sent before. */
    void next() {
        if (random.nextInt(100) < LISTS_PER_CENT) {
            list();
        } else {
            create();
        }
        if (random.nextInt(10) == 0) {
            repeats.get(random.nextInt(repeats.size())).run();
        }
    }

    private void list() {
        var owner = toCome.get(random.nextInt(toCome.size())).owner();
        var now = Instant.now();
        var list = new ListWorkspaces(
                UUID.randomUUID(), "default", owner, owner, Cause.REQUESTED, now, now.plus(PATIENCE));
        lists.add(new Asked(list, List.of()));
        send(owner, list);
    }

    private void create() {
        if (!workspaces.isEmpty() && random.nextInt(100) < AGAIN_PER_CENT) {
            ask(workspaces.get(random.nextInt(workspaces.size())), List.of());
        } else {
            var workspace = toCome.removeLast();
            workspaces.add(workspace);
            ask(workspace, List.of("start"));
        }
    }

    private void ask(AskedWorkspace workspace, List<String> builds) {
        var create = create(workspace.owner(), workspace.entity());
        workspace.ask(new Asked(create, builds));
        send(workspace, create);
    }

    private void send(Object line, WorkspaceCommand command) {
        count++;
        send.send(line, command);
        repeats.add(() -> send.repeat(line, command));
    }

    private static CreateWorkspace create(UserRef owner, EntityRef entity) {
        var now = Instant.now();
        return new CreateWorkspace(
                UUID.randomUUID(),
                "default",
                owner,
                owner,
                Cause.REQUESTED,
                now,
                now.plus(PATIENCE),
                entity,
                null,
                Map.of());
    }

    /** How many it has made. */
    int count() {
        return count;
    }

    List<AskedWorkspace> workspaces() {
        return workspaces;
    }

    List<Asked> lists() {
        return lists;
    }
}
