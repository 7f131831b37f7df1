package dev.easel.api.contract;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a run up from the moment at which it wants to write. */
final class GatedSink implements ImageSink {
    private static final Duration STEP = Duration.ofMillis(10);

    private final MemorySink sink = new MemorySink(0);
    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public int index() {
        return sink.index();
    }

    @Override
    public OutputStream openStream() throws IOException {
        wanted.countDown();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted", stopped);
        }
        return sink.openStream();
    }

    /** Returns when the run wants to write, has ended, or has used up its time. */
    void awaitOpened(Call<?> run, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!wanted.await(STEP.toMillis(), TimeUnit.MILLISECONDS)
                && !run.endsWithin(Duration.ZERO)
                && System.nanoTime() < end) {
            // Nothing has happened yet.
        }
    }

    /** Lets the run write. */
    void open() {
        gate.countDown();
    }
}
