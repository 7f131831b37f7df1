package dev.easel.host.metrics;

import dev.easel.host.runtime.RuntimeRecord.Outcome;
import dev.easel.host.task.QueueEvent;
import dev.easel.host.task.QueueEvent.Begun;
import dev.easel.host.task.QueueEvent.Change;
import dev.easel.host.task.QueueEvent.Ended;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** What this host did to tasks. */
final class QueueMeters {
    private final MeterRegistry registry;

    QueueMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Change change : Change.values()) {
            // Those that have not happened yet are 0, not absent, so that alerts see the first one.
            Counter unused = counterOf(change).register(registry);
        }
    }

    void count(QueueEvent event) {
        if (event instanceof Begun begun) {
            begun(begun);
        } else if (event instanceof Ended ended) {
            ended(ended);
        } else if (event instanceof Change change) {
            counterOf(change).register(registry).increment();
        }
    }

    private void begun(Begun begun) {
        Counter.builder("easel.claims")
                .description("Runs that this host began")
                .tag("provider", begun.provider())
                .register(registry)
                .increment();
        Timer.builder("easel.run.wait")
                .description("How long tasks could have been begun before a run of theirs began")
                .tag("provider", begun.provider())
                .serviceLevelObjectives(Buckets.RUNS)
                .register(registry)
                .record(begun.waited());
    }

    private void ended(Ended ended) {
        Timer.builder("easel.run.duration")
                .description("How long runs took")
                .tag("provider", ended.provider())
                .tag("outcome", word(ended.end()))
                .serviceLevelObjectives(Buckets.RUNS)
                .register(registry)
                .record(ended.took());
    }

    private static String word(Outcome end) {
        return end.name().toLowerCase(Locale.ROOT);
    }

    private static Counter.Builder counterOf(Change change) {
        return switch (change) {
            case QUEUED ->
                Counter.builder("easel.tasks.accepted").description("New tasks").tag("way", "queue");
            case RUN_NOW ->
                Counter.builder("easel.tasks.accepted").description("New tasks").tag("way", "now");
            case SUCCEEDED ->
                Counter.builder("easel.tasks.ended")
                        .description("Tasks that this host brought to an end")
                        .tag("status", "successful");
            case FAILED ->
                Counter.builder("easel.tasks.ended")
                        .description("Tasks that this host brought to an end")
                        .tag("status", "failed");
            case CLAIM_LOST ->
                Counter.builder("easel.claims.lost").description("Runs that another host was quicker to begin");
            case RETRIED -> Counter.builder("easel.retries").description("Failed runs whose tasks wait for another");
            case LEASE_LOST ->
                Counter.builder("easel.leases.lost").description("Runs of hosts that are gone, ended by this host");
            case FENCED ->
                Counter.builder("easel.fenced.writes")
                        .description("Ends of runs that were refused, as the tasks had been taken up elsewhere");
        };
    }
}
