package dev.easel.api.task;
import java.util.List;
import org.jspecify.annotations.Nullable;
public interface TextToImageManager {
    boolean hasProviders();
    Task runTask(TaskRequest request) throws InterruptedException;
    Task scheduleTask(TaskRequest request);
    Task runOrScheduleTask(TaskRequest request) throws InterruptedException;
    Task getTask(long id);
    Task getUserTask(long id, @Nullable String userId);
    List<Task> getUserTasksByApp(@Nullable String userId, String appId);
    List<Task> getUserTasksByApp(@Nullable String userId, String appId, String identifier);
    Task deleteTask(long id);
}
