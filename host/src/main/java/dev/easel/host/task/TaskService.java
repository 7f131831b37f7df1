package dev.easel.host.task;

import dev.easel.api.task.TextToImageManager;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.DatabaseClock;
import dev.easel.host.image.ImageStore;
import dev.easel.host.provider.ProviderRegistry;
import dev.easel.host.runtime.RuntimeEstimator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The task manager with what works for it: the queue's worker, the runner and the leases. */
public final class TaskService {
    /** How long the answers to those who waited for the last runs may take. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private final StoredTaskManager manager;
    private final TaskPurge purge;
    private final TaskRunner runner;
    private final QueueWorker worker;
    private final LeaseKeeper leases;
    private final EventDelivery events;
    private final DatabaseClock clock;
    private final Maintenance maintenance;
    private final EaselConfig.Tasks settings;
    private final ExecutorService answers = Executors.newCachedThreadPool(TaskService::answering);
    private final QueueListeners listeners = new QueueListeners();

    /**
     * What the service stands on.
     *
     * @param database where tasks are stored
     * @param images where images are stored
     * @param providers who makes them
     * @param estimator how long they take
     * @param clock the time
     */
    public record Foundation(
            Database database,
            ImageStore images,
            ProviderRegistry providers,
            RuntimeEstimator estimator,
            Clock clock) {}

    /**
     * Makes a service that has not started.
     *
     * @param base what it stands on
     * @param settings how tasks are treated
     * @param failover whether another provider is tried when one fails
     */
    public TaskService(Foundation base, EaselConfig.Tasks settings, boolean failover) {
        this.settings = settings;
        clock = new DatabaseClock(base.database(), base.clock());
        TaskStore store = new TaskStore(base.database(), listeners);
        TaskSnapshots snapshots = new TaskSnapshots(
                base.images(),
                new QueueForecast(base.database(), base.providers(), base.estimator(), clock)::completionOf);
        events = new EventDelivery(
                new EventStore(base.database()),
                id -> store.find(id).flatMap(snapshots::event),
                new ListenerLanes(base.providers()::listeners, EventDelivery.TIMEOUT),
                clock);
        TaskQueue queue = new TaskQueue(base.database(), listeners);
        EndNews news = new EndNews(events, listeners);
        TaskEnds ends = new TaskEnds(base.database(), news);
        Claims claims =
                new Claims(UUID.randomUUID().toString(), base.providers(), base.estimator(), clock, settings.lease());
        RetryRule retries = new RetryRule(
                settings.retryFor(),
                settings.retention(),
                () -> ThreadLocalRandom.current().nextDouble());
        RunRecorder recorder = new RunRecorder(ends, base.images(), retries, clock, listeners);
        runner = new TaskRunner(
                base.images(), recorder, base.estimator(), RunLimits.of(settings.runDeadline()), this::signal);
        worker = new QueueWorker(queue, new ProviderChoice(base.providers(), failover), claims, runner);
        leases = new LeaseKeeper(new Leases(base.database(), news), claims, clock, runner.active(), this::signal);
        RunNowRule rule = new RunNowRule(base.providers(), base.estimator(), queue);
        TaskScheduler scheduler = new TaskScheduler(store, rule, claims, runner, worker);
        manager = new StoredTaskManager(
                scheduler,
                store,
                base.images(),
                base.providers(),
                new StoredTaskManager.Settings(
                        settings.maxImages(),
                        runner.active(),
                        snapshots,
                        new OrderBook(store, scheduler, clock),
                        answers));
        purge = new TaskPurge(base.database(), manager::delete);
        maintenance = maintenance(base, ends, claims.host());
        base.providers().onChange(this::signal);
    }

    private Maintenance maintenance(Foundation base, TaskEnds ends, String host) {
        RetentionStore kept = new RetentionStore(base.database());
        Retention.Period period = new Retention.Period(settings.retention(), clock);
        return new Maintenance(
                new Retention(kept, ends, base.images(), base.providers(), period),
                new Leftovers(kept, base.images()),
                new RunWatch(kept, runner.active(), host),
                base.clock());
    }

    /**
     * Has a listener told, from now on, what happens to tasks on this host.
     *
     * @param listener quick; called on any thread, several at once; what it throws is logged and hurts nobody
     */
    public void addListener(Consumer<QueueEvent> listener) {
        listeners.add(listener);
    }

    /**
     * Takes up what an earlier process left and begins to run what waits.
     *
     * @param alone whether no other host uses the same database, so that every lease is that of a process that is gone
     */
    public void start(boolean alone) {
        clock.measure();
        if (alone) {
            leases.takeUpExpired(Instant.ofEpochMilli(Long.MAX_VALUE));
        }
        leases.start();
        events.start(alone);
        maintenance.start(alone);
        worker.start();
    }

    /**
     * Returns the task manager.
     *
     * @return usable from the start on; tasks wait until then
     */
    public TaskManager manager() {
        return manager;
    }

    /**
     * Returns the task manager as one plugin sees it.
     *
     * @param pluginId the plugin's id
     * @param users knows the users that the plugin names
     * @return a view
     */
    public TextToImageManager managerFor(String pluginId, UserDirectory users) {
        return new PluginTaskManager(manager, pluginId, users, settings.runNowBudget());
    }

    /**
     * Returns what deletes the tasks of removed users.
     *
     * @return it cancels the runs of this host too
     */
    public TaskPurge purge() {
        return purge;
    }

    /**
     * Stops: begins nothing new, lets runs end for a while, then cancels them and gives their tasks back to the queue.
     *
     * @param patience how long runs may go on
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void stop(Duration patience) throws InterruptedException {
        maintenance.close();
        worker.close();
        runner.stop(patience);
        leases.close();
        events.close();
        answers.shutdown();
        if (!answers.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
            answers.shutdownNow();
        }
    }

    private static Thread answering(Runnable task) {
        Thread thread = new Thread(task, "answer");
        thread.setDaemon(true);
        return thread;
    }

    private void signal() {
        worker.signal();
    }
}
