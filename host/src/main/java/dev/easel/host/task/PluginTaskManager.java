package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskFailureException;
import dev.easel.api.task.TaskNotFoundException;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TextToImageManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The manager as one plugin sees it. */
final class PluginTaskManager implements TextToImageManager {
    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

    private final StoredTaskManager tasks;
    private final String pluginId;
    private final UserDirectory users;
    private final Duration budget;

    /**
     * Makes a view.
     *
     * @param pluginId the plugin, as which its tasks for guests take turns
     * @param users knows whose tasks a user's are
     * @param budget how long {@link #runOrScheduleTask} may take
     */
    PluginTaskManager(StoredTaskManager tasks, String pluginId, UserDirectory users, Duration budget) {
        this.tasks = tasks;
        this.pluginId = pluginId;
        this.users = users;
        this.budget = budget;
    }

    @Override
    public boolean hasProviders() {
        return tasks.hasProviders();
    }

    @Override
    public Task runTask(TaskRequest request) throws InterruptedException {
        Task task = await(tasks.runOrSchedule(request, owner(request.userId()), budget));
        long pauseMillis = 20;
        while (!task.status().isFinal()) {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(pauseMillis * 2, LONGEST_POLL.toMillis());
            task = getTask(task.id());
        }
        return requireNotFailed(task);
    }

    @Override
    public Task scheduleTask(TaskRequest request) {
        try {
            return tasks.runOrSchedule(request, owner(request.userId()), Duration.ZERO)
                    .join();
        } catch (CompletionException e) {
            throw unwrapped(e.getCause());
        }
    }

    @Override
    public Task runOrScheduleTask(TaskRequest request) throws InterruptedException {
        return requireNotFailed(await(tasks.runOrSchedule(request, owner(request.userId()), budget)));
    }

    @Override
    public Task getTask(long id) {
        return tasks.find(id).orElseThrow(() -> new TaskNotFoundException(id));
    }

    @Override
    public Task getUserTask(long id, @Nullable String userId) {
        return tasks.find(id, owner(Optional.ofNullable(userId))).orElseThrow(() -> new TaskNotFoundException(id));
    }

    @Override
    public List<Task> getUserTasksByApp(@Nullable String userId, String appId) {
        return list(userId, appId, Optional.empty());
    }

    @Override
    public List<Task> getUserTasksByApp(@Nullable String userId, String appId, String identifier) {
        return list(userId, appId, Optional.of(identifier));
    }

    @Override
    public Task deleteTask(long id) {
        return tasks.delete(id).orElseThrow(() -> new TaskNotFoundException(id));
    }

    private List<Task> list(@Nullable String userId, String appId, Optional<String> identifier) {
        List<Task> found = new ArrayList<>();
        if (userId == null) {
            tasks.listGuests(appId, identifier, found::add);
        } else {
            tasks.list(users.owner(userId), appId, identifier, found::add);
        }
        return found;
    }

    /** Users take turns as themselves, whichever way their tasks come in. */
    private Owner owner(Optional<String> userId) {
        return userId.map(users::owner).orElseGet(() -> Owner.plugin(pluginId));
    }

    private Task requireNotFailed(Task task) {
        if (task.status() == TaskStatus.FAILED) {
            throw new TaskFailureException(task.id(), tasks.failureReason(task.id()));
        }
        return task;
    }

    private static Task await(CompletableFuture<Task> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw unwrapped(e.getCause());
        }
    }

    private static RuntimeException unwrapped(@Nullable Throwable failure) {
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
