package dev.easel.api.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Orders, finds and deletes tasks; the operations of Nextcloud's {@code OCP\TextToImage\IManager}.
 *
 * <p>The host implements it. Safe for use by several threads.
 */
public interface TextToImageManager {

    /**
     * Tells whether any provider is loaded, ready or not.
     *
     * @return true if there is one
     */
    boolean hasProviders();

    /**
     * Runs a task and waits until it has ended, which takes between seconds and hours.
     *
     * @param request what is wanted
     * @return the successful task
     * @throws PreConditionNotMetException if no provider is loaded
     * @throws TaskFailureException if it ran and failed
     * @throws TaskStoreException if the task could not be stored
     * @throws IllegalArgumentException if more images are wanted than the host allows
     * @throws InterruptedException if the waiting thread was interrupted; the task goes on
     */
    Task runTask(TaskRequest request) throws InterruptedException;

    /**
     * Queues a task and returns at once.
     *
     * @param request what is wanted
     * @return the scheduled task
     * @throws PreConditionNotMetException if no provider is loaded
     * @throws TaskStoreException if the task could not be stored
     * @throws IllegalArgumentException if more images are wanted than the host allows
     */
    Task scheduleTask(TaskRequest request);

    /**
     * Runs a task if it is expected to be done within the time that a request may take, else queues it.
     *
     * @param request what is wanted
     * @return the task: successful, running if it took longer than expected, or scheduled
     * @throws PreConditionNotMetException if no provider is loaded
     * @throws TaskFailureException if it ran and failed
     * @throws TaskStoreException if the task could not be stored
     * @throws IllegalArgumentException if more images are wanted than the host allows
     * @throws InterruptedException if the waiting thread was interrupted; the task goes on
     */
    Task runOrScheduleTask(TaskRequest request) throws InterruptedException;

    /**
     * Finds a task by its id, whoever it belongs to.
     *
     * @param id the task's id
     * @return the task as it is now
     * @throws TaskNotFoundException if there is none
     * @throws TaskStoreException if the store could not be read
     */
    Task getTask(long id);

    /**
     * Finds a task of one user by its id.
     *
     * @param id the task's id
     * @param userId whose task it must be; null for a guest's
     * @return the task as it is now
     * @throws TaskNotFoundException if there is none, or it belongs to somebody else
     * @throws TaskStoreException if the store could not be read
     */
    Task getUserTask(long id, @Nullable String userId);

    /**
     * Lists the tasks of one user that one application ordered.
     *
     * @param userId whose tasks; null for those of all guests
     * @param appId the application
     * @return the tasks, oldest first
     * @throws TaskStoreException if the store could not be read
     */
    List<Task> getUserTasksByApp(@Nullable String userId, String appId);

    /**
     * Lists the tasks of one user that one application ordered under one identifier.
     *
     * @param userId whose tasks; null for those of all guests
     * @param appId the application
     * @param identifier the application's own name for the tasks; empty finds those without
     * @return the tasks, oldest first
     * @throws TaskStoreException if the store could not be read
     */
    List<Task> getUserTasksByApp(@Nullable String userId, String appId, String identifier);

    /**
     * Deletes a task with its images; a run under way is cancelled and no event is fired.
     *
     * @param id the task's id
     * @return the task as it was
     * @throws TaskNotFoundException if there is none
     * @throws TaskStoreException if the store could not be written
     */
    Task deleteTask(long id);
}
