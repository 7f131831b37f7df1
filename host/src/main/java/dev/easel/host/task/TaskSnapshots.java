package dev.easel.host.task;

import dev.easel.api.event.TaskEvent;
import dev.easel.api.event.TaskFailedEvent;
import dev.easel.api.event.TaskSuccessfulEvent;
import dev.easel.api.task.Task;
import dev.easel.host.image.ImageStore;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Makes what plugins and endpoints see of a stored task. */
final class TaskSnapshots {
    private final ImageStore images;
    private final Function<TaskRow, Instant> completion;

    /**
     * Makes snapshots.
     *
     * @param completion says when a task is expected to be done
     */
    TaskSnapshots(ImageStore images, Function<TaskRow, Instant> completion) {
        this.images = images;
        this.completion = completion;
    }

    /** The task as it is. */
    Task of(TaskRow task) {
        return new Task(
                task.id(), task.status(), task.request(), completion.apply(task), OutputImages.of(task, images));
    }

    /** The event of a task's end; empty if it has not ended. */
    Optional<TaskEvent> event(TaskRow task) {
        return switch (task.status()) {
            case SUCCESSFUL -> Optional.of(new TaskSuccessfulEvent(of(task)));
            case FAILED ->
                Optional.of(new TaskFailedEvent(of(task), task.run().reason().orElse("no reason is known")));
            default -> Optional.empty();
        };
    }
}
