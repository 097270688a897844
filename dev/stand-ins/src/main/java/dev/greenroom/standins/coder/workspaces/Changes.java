package dev.greenroom.standins.coder.workspaces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells those who watch a workspace that it has changed. */
final class Changes {

    private final Map<String, List<Runnable>> watchers = new HashMap<>();

    void watch(String workspaceId, Runnable watcher) {
        watchers.computeIfAbsent(workspaceId, any -> new ArrayList<>()).add(watcher);
    }

    void unwatch(String workspaceId, Runnable watcher) {
        watchers.getOrDefault(workspaceId, new ArrayList<>()).remove(watcher);
    }

    void happened(String workspaceId) {
        List.copyOf(watchers.getOrDefault(workspaceId, List.of())).forEach(Runnable::run);
    }
}
