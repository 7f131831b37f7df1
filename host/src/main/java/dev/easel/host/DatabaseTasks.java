package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.task.TaskReport;
import dev.easel.host.task.TaskReports;
import java.util.Optional;
import java.util.function.Consumer;

/** The tasks in an open database. */
final class DatabaseTasks implements TaskQueries {
    private final TaskReports reports;
    private final Runnable onClose;

    DatabaseTasks(TaskReports reports, Runnable onClose) {
        this.reports = reports;
        this.onClose = onClose;
    }

    @Override
    public void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) throws EngineException {
        try {
            reports.list(failedOnly, user, each);
        } catch (TaskStoreException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public Optional<TaskReport> show(long id) throws EngineException {
        try {
            return reports.show(id);
        } catch (TaskStoreException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        onClose.run();
    }
}
