package dev.easel.diffusion.run;

import dev.easel.diffusion.onnx.OnnxException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Holds what makes pictures with a model: opens it when it is needed, drops it after a time without a run. Safe for use
 * by several threads; one run is under way at a time.
 */
public final class OpenModel implements AutoCloseable {
    private final Function<PreparedModel, PictureMaker> opener;
    private final Duration idle;
    private final ScheduledThreadPoolExecutor timer;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<Opened> opened = Optional.empty();
    private Optional<ScheduledFuture<?>> drop = Optional.empty();

    private record Opened(PreparedModel model, PictureMaker maker) {}

    /** A run. */
    @FunctionalInterface
    public interface Use {
        /**
         * Makes pictures.
         *
         * @param maker what makes them, for the time of this call
         * @throws IOException if a picture can't be stored
         */
        void with(PictureMaker maker) throws IOException;
    }

    /**
     * Makes one that holds nothing yet.
     *
     * @param opener opens a model
     * @param idle after how long without a run it is dropped, positive
     */
    public OpenModel(Function<PreparedModel, PictureMaker> opener, Duration idle) {
        this.opener = opener;
        this.idle = idle;
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "diffusion-idle");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Runs with a model, which is opened if it is not the one that is open, and dropped if the runtime fails.
     *
     * @param model the model
     * @param use what to do
     * @throws IOException if that fails
     * @throws InterruptedException if the thread is interrupted while another run is under way
     */
    public void use(PreparedModel model, Use use) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            drop.ifPresent(pending -> pending.cancel(false));
            use.with(maker(model));
        } catch (OnnxException | OutOfMemoryError failed) {
            drop();
            throw failed;
        } finally {
            dropLater();
            lock.unlock();
        }
    }

    /**
     * Tells whether the next run has nothing to load.
     *
     * @return true while a model is open
     */
    public boolean isOpen() {
        return opened.isPresent();
    }

    /** Drops what is open, after the run that is under way; the thread that watches ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            timer.shutdownNow();
            drop();
        } finally {
            lock.unlock();
        }
    }

    private PictureMaker maker(PreparedModel model) {
        if (opened.filter(open -> open.model().equals(model)).isEmpty()) {
            drop();
            opened = Optional.of(new Opened(model, opener.apply(model)));
        }
        return opened.orElseThrow().maker();
    }

    private void dropLater() {
        if (timer.isShutdown()) {
            drop();
        } else {
            drop = Optional.of(timer.schedule(this::dropIfUnused, idle.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** A run that is under way sees to its own end. */
    private void dropIfUnused() {
        if (lock.tryLock()) {
            try {
                drop();
            } finally {
                lock.unlock();
            }
        }
    }

    private void drop() {
        Optional<Opened> dropped = opened;
        opened = Optional.empty();
        dropped.ifPresent(open -> open.maker().close());
    }
}
