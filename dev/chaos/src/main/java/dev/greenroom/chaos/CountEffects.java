package dev.greenroom.chaos;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was asked for with what the operations have come to, and with what Coder has. */
final class CountEffects {
    private final Function<UUID, Optional<Life>> operations;
    private final BuildsAtCoder coder;
    private final Tally tally = new Tally();

    CountEffects(Function<UUID, Optional<Life>> operations, BuildsAtCoder coder) {
        this.operations = operations;
        this.coder = coder;
    }

    /** @param lists commands without an effect of their own */
    Tally count(Collection<AskedWorkspace> workspaces, List<Asked> lists) {
        lists.forEach(list -> ends("a list", list));
        workspaces.forEach(this::countOne);
        nobodyAskedFor(workspaces);
        return tally;
    }

    private void countOne(AskedWorkspace workspace) {
        var allEnded = workspace.asked().stream()
                .map(asked -> ends(workspace.toString(), asked))
                .reduce(true, Boolean::logicalAnd);
        var expected = workspace.builds();
        var made = coder.of(workspace.owner().name()).getOrDefault(workspace.name(), List.of());
        var evidence = workspace + " was to get " + expected + " and got " + made;
        if (made.size() > expected.size()) {
            tally.doubled(evidence);
        } else if (allEnded && made.size() < expected.size()) {
            tally.lost(evidence);
        } else if (allEnded && !made.equals(expected) || !inOrder(workspace)) {
            tally.reordered(evidence);
        }
    }

    private boolean ends(String what, Asked asked) {
        var life = operations.apply(asked.command().id());
        if (life.filter(Life::succeeded).isPresent()) {
            return true;
        }
        tally.lost(what + " " + asked.command().getClass().getSimpleName() + " "
                + asked.command().id() + " came to "
                + life.map(Life::toString).orElse("nothing"));
        return false;
    }

    /** Of the commands that make builds each begins when the one before has settled. */
    private boolean inOrder(AskedWorkspace workspace) {
        var lives = workspace.asked().stream()
                .filter(asked -> !asked.builds().isEmpty())
                .flatMap(asked -> operations.apply(asked.command().id()).stream())
                .toList();
        for (int i = 1; i < lives.size(); i++) {
            if (lives.get(i).begunAt() < lives.get(i - 1).settledAt()) {
                return false;
            }
        }
        return true;
    }

    /** A workspace under a name that no entity has was made beside one that has it. */
    private void nobodyAskedFor(Collection<AskedWorkspace> workspaces) {
        var asked = workspaces.stream()
                .collect(Collectors.groupingBy(
                        workspace -> workspace.owner().name(),
                        Collectors.mapping(AskedWorkspace::name, Collectors.toSet())));
        coder.byOwner().forEach((owner, made) -> {
            var more = new HashSet<>(made.keySet());
            more.removeAll(asked.getOrDefault(owner, Set.of()));
            more.forEach(name -> tally.doubled(owner + " has a workspace " + name + " that nobody asked for"));
        });
    }
}
