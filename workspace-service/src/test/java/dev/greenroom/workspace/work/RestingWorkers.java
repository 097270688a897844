package dev.greenroom.workspace.work;

import io.quarkus.arc.ClientProxy;
import java.util.concurrent.Semaphore;

/** Keeps all workers of the running service busy with nothing, so that only the test takes turns. */
record RestingWorkers(Semaphore free, int count) implements AutoCloseable {

    static RestingWorkers of(Workers workers) throws InterruptedException {
        var busy = ClientProxy.unwrap(workers);
        busy.free.acquire(busy.count());
        return new RestingWorkers(busy.free, busy.count());
    }

    @Override
    public void close() {
        free.release(count);
    }
}
