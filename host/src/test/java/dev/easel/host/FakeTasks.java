package dev.easel.host;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.task.TaskReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two tasks: one of a guest that waits, one of alice that failed with a reason full of control characters. */
final class FakeTasks implements TaskQueries {
    static final TaskReport WAITING = new TaskReport(
            9007199254740991L,
            TaskStatus.SCHEDULED,
            Optional.empty(),
            "curl",
            2,
            Optional.empty(),
            new TaskReport.Runs(0, 0, 0),
            Optional.of("all slots are taken"),
            Optional.empty(),
            Instant.ofEpochMilli(1_000),
            Instant.ofEpochMilli(1_000));
    static final TaskReport FAILED = new TaskReport(
            7,
            TaskStatus.FAILED,
            Optional.of("alice"),
            "app",
            1,
            Optional.of("openai-fast"),
            new TaskReport.Runs(3, 1, 2),
            Optional.empty(),
            Optional.of("refused\n\u001b[2Jrest"),
            Instant.ofEpochMilli(2_000),
            Instant.ofEpochMilli(61_500));

    @Override
    public void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) throws EngineException {
        if (user.equals(Optional.of("broken"))) {
            throw new EngineException("The database is away.");
        }
        List.of(WAITING, FAILED).stream()
                .filter(task -> !failedOnly || task.status() == TaskStatus.FAILED)
                .filter(task -> user.isEmpty() || task.user().equals(user))
                .forEach(each);
    }

    @Override
    public Optional<TaskReport> show(long id) {
        return List.of(WAITING, FAILED).stream().filter(task -> task.id() == id).findAny();
    }

    @Override
    public void close() {}
}
