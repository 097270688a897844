package dev.greenroom.auth.account;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes one call of many: who asks for what somebody in this process is asking for already waits for the same answer.
 */
final class InFlight<K, V> {
    private final ConcurrentHashMap<K, CompletableFuture<V>> calls = new ConcurrentHashMap<>();

    /**
     * The call's answer, or that of the same one which is under way.
     *
     * @throws CompletionException where it failed, for all who wait
     */
    V once(K what, Supplier<V> call) {
        var mine = new CompletableFuture<V>();
        var other = calls.putIfAbsent(what, mine);
        if (other != null) {
            return other.join();
        }
        try {
            mine.complete(call.get());
        } catch (RuntimeException | Error e) {
            // Nobody waits for ever, whatever it was.
            mine.completeExceptionally(e);
        } finally {
            calls.remove(what);
        }
        return mine.join();
    }
}
