package dev.easel.dist;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Twenty callers at work at once. */
final class Callers implements AutoCloseable {
    private static final int COUNT = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final List<Future<?>> work = new ArrayList<>();

    /** Sets callers to work on their shares of some tasks. */
    Callers(int tasks, List<URI> hosts, long seed, ClientLedger ledger) {
        for (int i = 0; i < COUNT; i++) {
            Caller caller = new Caller("caller " + i, hosts, seed + i, ledger);
            int share = tasks / COUNT + (i < tasks % COUNT ? 1 : 0);
            Callable<Void> orders = () -> {
                caller.work(share);
                return null;
            };
            work.add(threads.submit(orders));
        }
    }

    /** Waits until every caller has seen the end of all its tasks. */
    void awaitEnd(long seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (Future<?> caller : work) {
            caller.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
