package dev.easel.host.task;

import dev.easel.api.task.PreConditionNotMetException;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.image.StoredImage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Everything that can be done with tasks; the one implementation behind the endpoints and behind what plugins see.
 *
 * <p>Does not ask who may do what: that is its callers' matter. Safe for use by several threads. Every method may throw
 * {@link TaskStoreException} when the database is away.
 */
public interface TaskManager {

    /**
     * Tells whether any provider is loaded, ready or not.
     *
     * @return true if there is one
     */
    boolean hasProviders();

    /**
     * Returns how many images one task may want.
     *
     * @return at least 1
     */
    int maxImages();

    /**
     * Stores a task, and runs it at once if it is expected to be done within the budget.
     *
     * @param request what is wanted
     * @param owner whose task it is
     * @param budget how long the caller waits at most; zero queues the task
     * @return completed, on any thread, when the task has ended, was queued, or the budget is over; with the task as it
     *     is then. Holds no thread until then
     * @throws PreConditionNotMetException if no provider is loaded
     * @throws IllegalArgumentException if more than {@link #maxImages()} images are wanted
     */
    CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget);

    /**
     * Does the same for an order that may be repeated: within 24 hours, the same order with the same key gives the same
     * task, unless that was deleted.
     *
     * @param request what is wanted
     * @param owner whose task it is
     * @param budget how long the caller waits at most, also for the answer to an earlier order
     * @param key names the order
     * @return as {@link #runOrSchedule(TaskRequest, Owner, Duration)}
     * @throws PreConditionNotMetException if no provider is loaded and the order is none that was made before
     * @throws OrderKeyReusedException if the key belongs to an order for something else
     */
    CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget, OrderKey key);

    /**
     * Tells whether an order was made before.
     *
     * @param key names the order
     * @return true if it was made within 24 hours and its task was not deleted
     */
    boolean isOrdered(OrderKey key);

    /**
     * Finds a task.
     *
     * @param id its public id, or any other number
     * @return the task as it is now
     */
    Optional<Task> find(long id);

    /**
     * Finds a task for somebody who must be allowed to see it.
     *
     * @param id its public id, or any other number
     * @param caller who asks
     * @return the task as it is now; empty also if it is somebody else's
     */
    Optional<Task> find(long id, Owner caller);

    /**
     * Finds an image of a successful task.
     *
     * @param id the task's public id, or any other number
     * @param index the image's index, or any other number
     * @return the image; empty if there is no such task, it is not successful, or it has no such image
     */
    Optional<StoredImage> image(long id, int index);

    /**
     * Hands over the tasks of an owner that one application ordered, oldest first, however many.
     *
     * @param owner whose; a guest without a session has none
     * @param appId the application
     * @param identifier only the tasks with this identifier; all if empty
     * @param each gets the tasks one by one, on the calling thread
     */
    void list(Owner owner, String appId, Optional<String> identifier, Consumer<Task> each);

    /**
     * Deletes a task with its images and cancels its run.
     *
     * @param id its public id, or any other number
     * @return the task as it was; empty if there was none
     */
    Optional<Task> delete(long id);
}
