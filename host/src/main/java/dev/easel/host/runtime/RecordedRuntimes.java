package dev.easel.host.runtime;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.easel.host.database.Database;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Expects of a provider what its recorded runs tell, and what it declares until there are some.
 *
 * <p>Estimates are made in memory and never wait for the database: one thread beside writes records, renews what is
 * known after them, and every few seconds for what other hosts recorded. While the database is away, what was known
 * last stands and new records are dropped. Safe for use by several threads.
 */
public final class RecordedRuntimes implements RuntimeEstimator, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordedRuntimes.class);
    private static final Duration ALLOWED_AGE = Duration.ofSeconds(3);
    private static final int MOST_PENDING = 2000;
    private static final int MANY_IMAGES = 4;
    private static final long PATIENCE_SECONDS = 2;

    /** A short wait lets records of a host share a write; a longer one those of a busy host. */
    private static final int SHORTEST_GATHER_MILLIS = 50;

    private static final int LONGEST_GATHER_MILLIS = 400;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(RecordedRuntimes::daemon);
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile int gatherMillis = SHORTEST_GATHER_MILLIS;
    private final BlockingQueue<Pending> pending = new ArrayBlockingQueue<>(MOST_PENDING);

    /** Weak keys are compared by identity: a provider that was loaded again is another, and cold. */
    private final Cache<HostedProvider, ProviderRuntimes> known =
            Caffeine.newBuilder().weakKeys().build();

    private final RuntimeLedger ledger;
    private final Clock clock;

    private record Pending(HostedProvider provider, RuntimeRecord record) {}

    /**
     * Makes an estimator.
     *
     * @param database where runs are recorded
     * @param clock the time
     */
    public RecordedRuntimes(Database database, Clock clock) {
        this.ledger = new RuntimeLedger(new RuntimeStore(database));
        this.clock = clock;
    }

    /**
     * Estimates a run from what is in memory; the first call for a provider, which finds nothing there, has it read.
     */
    @Override
    public Estimate estimate(HostedProvider provider, int images) {
        ProviderRuntimes runtimes = of(provider);
        if (runtimes.claimRenewal(clock.instant(), ALLOWED_AGE)) {
            beside(() -> read(provider), 0);
        }
        return runtimes.model().estimate(images, runtimes.isCold(), seconds(provider.declaredRuntime(images)));
    }

    @Override
    public Measured begin(HostedProvider provider, int images, Duration waited) {
        boolean cold = isCold(provider);
        long started = System.nanoTime();
        return outcome -> record(
                provider,
                new RuntimeRecord(
                        provider.id(),
                        provider.pluginVersion(),
                        images,
                        Duration.ofNanos(System.nanoTime() - started),
                        waited,
                        outcome,
                        cold,
                        clock.instant()));
    }

    /**
     * Tells whether a run that begins now is the provider's first after loading, or another beside it.
     *
     * @param provider the provider as it was loaded
     * @return true until a run of it was recorded as successful
     */
    boolean isCold(HostedProvider provider) {
        return of(provider).isCold();
    }

    /**
     * Records a finished run; returns at once and never fails.
     *
     * @param provider who ran, as it was loaded
     * @param record how it went; what {@link #isCold} said when it began belongs to it
     */
    void record(HostedProvider provider, RuntimeRecord record) {
        if (record.outcome() == Outcome.SUCCESSFUL) {
            of(provider).warmedUp();
        }
        if (!pending.offer(new Pending(provider, record))) {
            LOG.debug("{} runtimes wait for the database; one is not recorded", MOST_PENDING);
        } else if (writing.compareAndSet(false, true)) {
            beside(this::writePending, gatherMillis);
        }
    }

    /** Writes what is still to be written, for a short while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void writePending() {
        writing.set(false);
        List<Pending> batch = new ArrayList<>();
        pending.drainTo(batch);
        gatherMillis = Math.min(SHORTEST_GATHER_MILLIS + batch.size(), LONGEST_GATHER_MILLIS);
        ledger.write(batch.stream().map(Pending::record).toList());
        Set<HostedProvider> changed = new HashSet<>();
        batch.forEach(each -> changed.add(each.provider()));
        changed.forEach(this::read);
    }

    private void read(HostedProvider provider) {
        ledger.read(provider.id(), declaredScale(provider), of(provider));
    }

    private ProviderRuntimes of(HostedProvider provider) {
        return known.get(provider, unknown -> new ProviderRuntimes());
    }

    private static ImageScale declaredScale(HostedProvider provider) {
        return ImageScale.between(
                1, seconds(provider.declaredRuntime(1)), MANY_IMAGES, seconds(provider.declaredRuntime(MANY_IMAGES)));
    }

    private void beside(Runnable work, long delayMillis) {
        try {
            Future<?> unused = thread.schedule(() -> guarded(work), delayMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The host stops; runtimes are no longer read or recorded");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("Runtimes cannot be read or recorded", e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "runtimes");
        thread.setDaemon(true);
        return thread;
    }
}
