package dev.easel.host.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * db-scheduler with one-time tasks that do nothing.
 *
 * <p>It fetches 8 executions a thread and takes each on its thread: it has a strategy that locks what it fetches, but
 * not for MariaDB.
 */
final class DbSchedulerContender implements Contender {
    /** The table as its authors define it for MariaDB. */
    static final String TABLE = """
            CREATE TABLE scheduled_tasks (
              task_name VARCHAR(100) NOT NULL,
              task_instance VARCHAR(100) NOT NULL,
              task_data BLOB,
              execution_time TIMESTAMP(6) NOT NULL,
              picked BOOLEAN NOT NULL,
              picked_by VARCHAR(50),
              last_success TIMESTAMP(6) NULL,
              last_failure TIMESTAMP(6) NULL,
              consecutive_failures INT,
              last_heartbeat TIMESTAMP(6) NULL,
              version BIGINT NOT NULL,
              priority SMALLINT,
              PRIMARY KEY (task_name, task_instance),
              INDEX execution_time_idx (execution_time),
              INDEX last_heartbeat_idx (last_heartbeat),
              INDEX priority_execution_time_idx (priority DESC, execution_time ASC)
            )""";

    private final OneTimeTask<String> task =
            Tasks.oneTime("no-op", String.class).execute((instance, context) -> {});
    private final Scheduler scheduler;
    private volatile CountDownLatch ended = new CountDownLatch(0);

    DbSchedulerContender(DataSource pool, int threads) {
        scheduler = Scheduler.create(pool, task)
                .threads(threads)
                .alwaysPersistTimestampInUTC()
                .pollUsingFetch(1, 8)
                .pollingInterval(Duration.ofMillis(100))
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete execution) {
                        ended.countDown();
                    }
                })
                .build();
    }

    @Override
    public void accept(int index) {
        scheduler.schedule(task.instance("task-" + index, ThroughputBenchmark.PROMPT), Instant.now());
    }

    @Override
    public void executeAll(int count) throws InterruptedException {
        ended = new CountDownLatch(count);
        scheduler.start();
        ended.await();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
