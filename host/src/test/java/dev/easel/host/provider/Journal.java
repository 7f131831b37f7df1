package dev.easel.host.provider;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TextToImageManager;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A task manager that keeps the inputs of what plugins schedule, and whose {@code hasProviders} is a switch that test
 * plugins look at.
 */
final class Journal implements TextToImageManager {
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private volatile boolean switchedOn;

    List<String> reports() {
        return List.copyOf(reports);
    }

    void switchOn(boolean on) {
        switchedOn = on;
    }

    @Override
    public boolean hasProviders() {
        return switchedOn;
    }

    @Override
    public Task scheduleTask(TaskRequest request) {
        reports.add(request.input());
        return new Task(1, TaskStatus.SCHEDULED, request, PluginHostBench.NOW, Optional.empty());
    }

    @Override
    public Task runTask(TaskRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Task runOrScheduleTask(TaskRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Task getTask(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Task getUserTask(long id, @Nullable String userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Task> getUserTasksByApp(@Nullable String userId, String appId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Task> getUserTasksByApp(@Nullable String userId, String appId, String identifier) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Task deleteTask(long id) {
        throw new UnsupportedOperationException();
    }
}
