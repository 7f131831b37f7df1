package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import dev.easel.host.runtime.RuntimeEstimator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says when waiting tasks are expected to be done: after what is before them, shared by the slots of the preferred
 * provider of this host, and their own run.
 *
 * <p>The queue is read at most once a second, and at most its first thousand; safe for use by several threads.
 */
final class QueueForecast {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST = 1000;
    private static final String LINE = "SELECT id, number_of_images, completion_expected_at FROM task WHERE status = ?"
            + " ORDER BY status, turn, seq LIMIT " + MOST;

    private final Database database;
    private final ProviderRegistry registry;
    private final RuntimeEstimator estimator;
    private final Clock clock;
    private @Nullable Line last;

    /**
     * The queue as it was.
     *
     * @param readAt when
     * @param before how much work is before each waiting task
     * @param all how much work there is, with that of the runs that are under way
     * @param tasks how many tasks wait or run
     */
    private record Line(Instant readAt, Map<Long, Duration> before, Duration all, int tasks) {}

    QueueForecast(Database database, ProviderRegistry registry, RuntimeEstimator estimator, Clock clock) {
        this.database = database;
        this.registry = registry;
        this.estimator = estimator;
        this.clock = clock;
    }

    /** When a task is expected to be done; what is stored with it, once it has begun or while there is no provider. */
    Instant completionOf(TaskRow task) {
        Optional<HostedProvider> provider =
                registry.preferred().or(() -> registry.providers().stream().findFirst());
        return task.status() == TaskStatus.SCHEDULED && provider.isPresent()
                ? completionOf(task, provider.get())
                : task.completionExpectedAt();
    }

    private Instant completionOf(TaskRow task, HostedProvider provider) {
        Instant start = clock.instant().plus(waitOf(task, provider));
        Instant earliest = task.run().notBefore();
        return (start.isBefore(earliest) ? earliest : start)
                .plus(typical(provider, task.request().numberOfImages()));
    }

    private Duration waitOf(TaskRow task, HostedProvider provider) {
        Line line = line(provider);
        Duration before = line.before().getOrDefault(task.id(), line.all());
        // A task that came after the queue was read is one more.
        int tasks = line.before().containsKey(task.id()) ? line.tasks() : line.tasks() + 1;
        return tasks <= provider.slots() ? Duration.ZERO : before.dividedBy(provider.slots());
    }

    private synchronized Line line(HostedProvider provider) {
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.readAt().plus(FRESH))) {
            last = read(provider, now);
        }
        return last;
    }

    private Line read(HostedProvider provider, Instant now) {
        Map<Integer, Duration> runtimes = new HashMap<>();
        Map<Long, Duration> before = new HashMap<>();
        Duration work = Duration.ZERO;
        int tasks = 0;
        for (Entry entry : entries(TaskStatus.RUNNING)) {
            work = work.plus(entry.leftAt(now));
            tasks++;
        }
        for (Entry entry : entries(TaskStatus.SCHEDULED)) {
            before.put(entry.id(), work);
            work = work.plus(runtimes.computeIfAbsent(entry.images(), images -> typical(provider, images)));
            tasks++;
        }
        return new Line(now, before, work, tasks);
    }

    private Duration typical(HostedProvider provider, int images) {
        return estimator.estimate(provider, images).typical();
    }

    private List<Entry> entries(TaskStatus status) {
        return database.query(
                LINE,
                rows -> {
                    List<Entry> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(Entry.read(rows));
                    }
                    return found;
                },
                status.code());
    }

    private record Entry(long id, int images, Instant completionExpectedAt) {
        static Entry read(ResultSet row) throws SQLException {
            return new Entry(
                    row.getLong("id"),
                    row.getInt("number_of_images"),
                    Instant.ofEpochMilli(row.getLong("completion_expected_at")));
        }

        Duration leftAt(Instant now) {
            return now.isBefore(completionExpectedAt) ? Duration.between(now, completionExpectedAt) : Duration.ZERO;
        }
    }
}
