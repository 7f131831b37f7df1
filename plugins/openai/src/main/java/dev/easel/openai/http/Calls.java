package dev.easel.openai.http;

import dev.easel.api.provider.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Response;

/**
 * Makes calls that end with their run and in time; safe for use by several threads.
 *
 * <p>OkHttp's own timeouts for whole calls, reading and writing are not used: a thread watches them that nobody can
 * end.
 */
public final class Calls implements AutoCloseable {
    private final ScheduledThreadPoolExecutor clock;

    /** Reads an answer. */
    @FunctionalInterface
    public interface Reading<T> {
        /**
         * Reads an answer, which is closed afterwards.
         *
         * @param answer what came
         * @return what was read
         * @throws IOException if that fails
         */
        T read(Response answer) throws IOException;
    }

    /**
     * Makes them, with one thread that looks at the time.
     *
     * @param name the service's, for the thread's name
     */
    public Calls(String name) {
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "openai-timeouts-" + name);
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
    }

    /**
     * Makes one call and reads its answer.
     *
     * @param call not made before
     * @param timeout from now to the end of reading
     * @param cancellation of the run
     * @param reading reads the answer
     * @return what was read
     * @throws TimeoutException if time was up
     * @throws IOException if sending or reading failed, or the run was cancelled
     */
    public <T> T make(Call call, Duration timeout, Cancellation cancellation, Reading<T> reading) throws IOException {
        AtomicBoolean isLate = new AtomicBoolean();
        Future<?> end = clock.schedule(
                () -> {
                    isLate.set(true);
                    call.cancel();
                },
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
        try (Cancellation.Registration closing = cancellation.onCancel(call::cancel);
                Response answer = call.execute()) {
            return reading.read(answer);
        } catch (IOException failed) {
            throw isLate.get() ? new TimeoutException(timeout) : failed;
        } finally {
            end.cancel(false);
        }
    }

    /** Ends the thread; calls that are under way go on. */
    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** There was no whole answer in time. */
    public static final class TimeoutException extends IOException {
        private static final long serialVersionUID = 1L;

        TimeoutException(Duration timeout) {
            super("no whole answer within " + timeout.toSeconds() + " s");
        }
    }
}
