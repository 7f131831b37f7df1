package dev.easel.host.task;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels runs of this host that are no longer its own: another host deleted their tasks or took them up. */
final class RunWatch {
    private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

    private final RetentionStore store;
    private final ActiveRuns active;
    private final String host;

    RunWatch(RetentionStore store, ActiveRuns active, String host) {
        this.store = store;
        this.active = active;
        this.host = host;
    }

    /** Looks once; a run is listed here only after its claim is stored, so the list is taken first. */
    void look() {
        List<ActiveRun> runs = active.all();
        if (runs.isEmpty()) {
            return;
        }
        Map<Long, Integer> own = store.attemptsOf(host);
        for (ActiveRun run : runs) {
            Attempt attempt = run.attempt();
            if (own.getOrDefault(attempt.taskId(), 0) != attempt.number()
                    && !run.ended().isDone()) {
                LOG.info(
                        "Attempt {} of task {} is cancelled, as it is not this host's any more",
                        attempt.number(),
                        attempt.taskId());
                run.cancellation().cancel();
            }
        }
    }
}
