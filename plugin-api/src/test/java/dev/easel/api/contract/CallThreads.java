package dev.easel.api.contract;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which a provider is called, and all that they start.
 *
 * <p>Every call has a thread of its own, in a group that the threads which a provider starts belong to as well. Safe
 * for use by several threads.
 */
final class CallThreads {
    private static final Duration STEP = Duration.ofMillis(100);

    private final ThreadGroup group = new ThreadGroup("provider under test");

    <T extends @Nullable Object> Call<T> start(Callable<T> body) {
        Call<T> call = new Call<>(body);
        Thread thread = new Thread(group, call, "call of the provider under test");
        thread.setDaemon(true);
        call.runsOn(thread);
        thread.start();
        return call;
    }

    /** Waits at most so long until all have ended; returns those that have not. */
    List<Thread> leftAfter(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        List<Thread> alive = alive();
        while (!alive.isEmpty() && System.nanoTime() < end) {
            // Before Java 21, the threads of an HttpClient end when the client is collected.
            System.gc();
            alive.get(0).join(STEP.toMillis());
            alive = alive();
        }
        return alive;
    }

    private List<Thread> alive() {
        Thread[] threads = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(threads);
        return Arrays.stream(threads, 0, count)
                .map(Objects::requireNonNull)
                .filter(thread -> thread.isAlive() && !belongsToJava(thread))
                .toList();
    }

    /** Java's own threads that live on, whoever needed them first. */
    private static boolean belongsToJava(Thread thread) {
        return (thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool())
                || thread.getName().equals("CompletableFutureDelayScheduler")
                || thread.getName().startsWith("ForkJoinPool.commonPool-");
    }
}
