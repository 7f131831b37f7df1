package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Measures how fast tasks are accepted, polled and claimed with what a table holds. */
final class Growth {
    private static final int SLOTS = 8;
    private static final int LOOK_AHEAD = 16;

    private final Database database;
    private final String name;
    private final Rates rates;

    Growth(Database database, String name, Rates rates) {
        this.database = database;
        this.name = name;
        this.rates = rates;
    }

    /** Accepts and polls by several threads, claims by one as the queue's worker does; leaves the table as it was. */
    void measure(int threads, int tasks) throws InterruptedException, ExecutionException {
        long[] ids = new long[tasks];
        try (EaselContender easel = new EaselContender(database, SLOTS)) {
            rates.measure(
                    name + " accepted",
                    tasks,
                    Rates.byThreads(threads, tasks, i -> ids[i] = easel.order(i).id()));
            rates.measure(name + " polled", tasks, Rates.byThreads(threads, tasks, i -> easel.poll(ids[i])));
            rates.measure(name + " claimed", tasks, this::claimAll);
            easel.clear();
        }
    }

    private void claimAll() {
        TaskQueue queue = new TaskQueue(database);
        List<TaskRow> waiting;
        do {
            Instant now = Instant.now();
            waiting = queue.waiting(now, LOOK_AHEAD);
            for (TaskRow task : waiting) {
                queue.claim(task, new Claim("host", "no-op", now, now.plus(Duration.ofMinutes(1)), now));
            }
        } while (!waiting.isEmpty());
    }
}
