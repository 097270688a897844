package dev.greenroom.standins.coder.steering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Every call since the start or the last {@link #clear()}, oldest first; safe to read from any thread. */
public final class Ledger {

    /** Enough for any test; a benchmark's oldest calls go. */
    private static final int KEPT = 200_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The calls of a method to paths that match a regular expression as a whole. */
    public List<Call> calls(String method, String pathRegex) {
        return calls().stream()
                .filter(call -> call.method().equals(method) && call.path().matches(pathRegex))
                .toList();
    }

    public synchronized void clear() {
        calls.clear();
    }

    public synchronized void add(Call call) {
        calls.add(call);
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }
}
