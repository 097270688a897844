package dev.greenroom.chaos;

import dev.greenroom.contracts.EntityRef;
import dev.greenroom.contracts.UserRef;
import dev.greenroom.contracts.WorkspaceCommand;
import dev.greenroom.contracts.WorkspaceCommand.Cause;
import dev.greenroom.contracts.WorkspaceCommand.CreateWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.ListWorkspaces;
import dev.greenroom.contracts.WorkspaceCommand.OfWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.RestartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StartWorkspace;
import dev.greenroom.contracts.WorkspaceCommand.StopWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes commands as users would ask for them, and remembers what each is to come to. */
final class MakeCommands {
    /** Longer than any run: no deadline is a reason to fail. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private static final int LISTS_PER_CENT = 10;
    private static final int CREATES_PER_CENT = 20;
    private static final int AGAIN_PER_CENT = 15;
    private static final int SAME_PER_CENT = 60;

    private final Random random;
    private final SendCommands send;
    private final Operations operations;
    private final List<AskedWorkspace> toCome = new ArrayList<>();
    private final List<AskedWorkspace> workspaces = new ArrayList<>();
    private final List<Asked> lists = new ArrayList<>();
    private final List<Runnable> repeats = new ArrayList<>();

    private @Nullable AskedWorkspace latest;
    private int count;

    MakeCommands(
            Random random, List<Owner> owners, List<EntityRef> entities, SendCommands send, Operations operations) {
        this.random = random;
        this.send = send;
        this.operations = operations;
        owners.forEach(owner -> entities.forEach(entity -> toCome.add(new AskedWorkspace(owner.ref(), entity))));
        Collections.shuffle(toCome, random);
    }

    /** The next command, or the next few of one workspace; one in ten is sent once more, later. */
    void next() {
        int chance = random.nextInt(100);
        if (chance < LISTS_PER_CENT) {
            list();
        } else if (chance < LISTS_PER_CENT + CREATES_PER_CENT) {
            create();
        } else {
            anyThatIsThere().ifPresentOrElse(this::change, this::create);
        }
        if (random.nextInt(10) == 0) {
            repeats.get(random.nextInt(repeats.size())).run();
        }
    }

    /** Often the same as before, so that its commands queue. */
    private Optional<AskedWorkspace> anyThatIsThere() {
        if (latest == null || random.nextInt(100) >= SAME_PER_CENT) {
            latest = workspaces.isEmpty() ? null : workspaces.get(random.nextInt(workspaces.size()));
        }
        return Optional.ofNullable(latest)
                .filter(workspace -> workspace.id(operations).isPresent());
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

    private void change(AskedWorkspace workspace) {
        var id = workspace.id(operations).orElseThrow();
        switch (random.nextInt(3)) {
            case 0 -> change(workspace, StartWorkspace::new, id, workspace.runs() ? List.of() : List.of("start"));
            case 1 -> change(workspace, StopWorkspace::new, id, workspace.runs() ? List.of("stop") : List.of());
            default ->
                change(
                        workspace,
                        RestartWorkspace::new,
                        id,
                        workspace.runs() ? List.of("stop", "start") : List.of("start"));
        }
    }

    private void change(AskedWorkspace workspace, OfWorkspace.Maker maker, UUID id, List<String> builds) {
        var owner = workspace.owner();
        var now = Instant.now();
        ask(
                workspace,
                maker.make(UUID.randomUUID(), "default", owner, owner, Cause.REQUESTED, now, now.plus(PATIENCE), id),
                builds);
    }

    private void ask(AskedWorkspace workspace, WorkspaceCommand command, List<String> builds) {
        workspace.ask(new Asked(command, builds));
        send(workspace, command);
    }

    private void ask(AskedWorkspace workspace, List<String> builds) {
        ask(workspace, create(workspace.owner(), workspace.entity()), builds);
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
