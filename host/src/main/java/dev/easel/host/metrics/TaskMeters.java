package dev.easel.host.metrics;

import dev.easel.host.task.TaskCounts;
import dev.easel.host.task.TaskCounts.Ended;
import dev.easel.host.task.TaskCounts.Open;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;

/** How many tasks there are. */
final class TaskMeters implements ReadOnDemand {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Sampled<Open> open;
    private final Sampled<Ended> ended;

    TaskMeters(TaskCounts counts, Executor thread) {
        open = new Sampled<>(counts::open, Duration.ofSeconds(5), thread, System::nanoTime);
        ended = new Sampled<>(counts::ended, Duration.ofMinutes(1), thread, System::nanoTime);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        tasks("scheduled", open, Open::scheduled).register(registry);
        tasks("running", open, Open::running).register(registry);
        tasks("successful", ended, Ended::successful).register(registry);
        tasks("failed", ended, Ended::failed).register(registry);
        gauge("easel.queue.tasks", "Tasks that could begin now, if there were a free slot", open, Open::due)
                .register(registry);
        gauge("easel.queue.head.age", "How long the task that is next could have been begun", open, TaskMeters::age)
                .baseUnit("seconds")
                .register(registry);
    }

    @Override
    public void refresh() {
        open.refresh(PATIENCE);
        ended.refresh(PATIENCE);
    }

    private static double age(Open tasks) {
        return tasks.headAge().toMillis() / 1000.0;
    }

    private static <T> Gauge.Builder<?> tasks(String status, Sampled<T> source, ToDoubleFunction<T> value) {
        return gauge("easel.tasks", "Tasks that are kept, those of all hosts on the database", source, value)
                .tag("status", status);
    }

    private static <T> Gauge.Builder<?> gauge(
            String name, String description, Sampled<T> source, ToDoubleFunction<T> value) {
        return Gauge.builder(
                        name,
                        source,
                        sampled -> sampled.latest().map(value::applyAsDouble).orElse(Double.NaN))
                .description(description);
    }
}
