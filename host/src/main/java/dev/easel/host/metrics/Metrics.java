package dev.easel.host.metrics;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.easel.host.database.Database;
import dev.easel.host.provider.ProviderRegistry;
import dev.easel.host.task.QueueEvent;
import dev.easel.host.task.TaskCounts;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters of this host.
 *
 * <p>They are made on a thread of their own, so that no start waits for them; what happens before they are there is
 * counted when they are. Safe for use by several threads; nothing but {@link #exposition} waits.
 */
public final class Metrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Metrics::daemon);
    private final CompletableFuture<Meters> meters = new CompletableFuture<>();

    /** Makes none yet: see {@link #start}. */
    public Metrics() {}

    /** Begins to make the meters, of the JVM and of what is observed. */
    public void start() {
        thread.execute(() -> {
            try {
                meters.complete(new Meters());
            } catch (RuntimeException | Error e) {
                meters.completeExceptionally(e);
            }
        });
    }

    /**
     * Observes the database's connection pool.
     *
     * @param database an open database that nobody else observes
     */
    public void observe(Database database) {
        onceThere(made -> database.observePool(new MicrometerMetricsTrackerFactory(made.registry())));
    }

    /**
     * Observes the tasks in the database, those of all hosts together.
     *
     * @param counts asked when meters are read, as often as is cheap
     */
    public void observe(TaskCounts counts) {
        onceThere(made -> made.add(new TaskMeters(counts, thread)));
    }

    /**
     * Observes which providers are ready.
     *
     * @param providers asked when meters are read
     */
    public void observe(ProviderRegistry providers) {
        onceThere(made -> made.add(new ProviderMeters(providers)));
    }

    /**
     * Counts what happened to a task.
     *
     * @param event what happened
     */
    public void count(QueueEvent event) {
        onceThere(made -> made.queue().count(event));
    }

    /**
     * Counts an answered HTTP request.
     *
     * @param method the HTTP method, as the client wrote it
     * @param route the template of its route, not its path
     * @param status the HTTP status
     * @param took from its beginning to the end of its answer
     */
    public void countRequest(String method, String route, int status, Duration took) {
        onceThere(made -> made.http().count(method, route, status, took));
    }

    /**
     * Reads the meters; waits until they are there.
     *
     * @param accept the value of HTTP's {@code Accept}; empty for the text format of Prometheus
     * @return the present values, in OpenMetrics where that is accepted
     */
    public Exposition exposition(String accept) {
        return meters.join().read(accept);
    }

    @Override
    public void close() {
        onceThere(Meters::close);
        thread.shutdown();
    }

    private void onceThere(Consumer<Meters> action) {
        CompletableFuture<Void> unused = meters.thenAccept(action).exceptionally(failure -> {
            LOG.error("Something is missing in the metrics", failure);
            return null;
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    }
}
