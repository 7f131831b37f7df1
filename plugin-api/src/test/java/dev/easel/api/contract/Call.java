package dev.easel.api.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call of a provider, on a thread of its own; safe for use by several threads. */
final class Call<T extends @Nullable Object> implements Runnable {
    private final Callable<T> body;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private volatile @Nullable Thread thread;

    Call(Callable<T> body) {
        this.body = body;
    }

    void runsOn(Thread own) {
        thread = own;
    }

    @Override
    public void run() {
        try {
            outcome.complete(body.call());
        } catch (Throwable failure) {
            // Errors too: a provider's failure of any kind is what the test wants to know.
            outcome.completeExceptionally(failure);
        } finally {
            ended.countDown();
        }
    }

    /** Waits for the end at most so long and tells whether it has come. */
    boolean endsWithin(Duration patience) throws InterruptedException {
        return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void interrupt() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    /** Returns what an ended call threw. */
    Optional<Throwable> failure() {
        return outcome.handle((nothing, thrown) -> Optional.<Throwable>ofNullable(thrown))
                .join();
    }

    /** Returns what an ended call returned. */
    T result() {
        return outcome.join();
    }
}
