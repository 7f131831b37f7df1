package dev.easel.host.ocs;

import dev.easel.api.task.Task;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Caller;
import dev.easel.host.task.TaskManager;
import java.io.IOException;
import java.util.Optional;

/** Availability, and fetching and deleting single tasks. */
final class TaskEndpoints {
    private final TaskManager tasks;
    private final AccessLimits limits;

    TaskEndpoints(TaskManager tasks, AccessLimits limits) {
        this.tasks = tasks;
        this.limits = limits;
    }

    void isAvailable(OcsCall call, Caller caller) throws IOException {
        boolean available = tasks.hasProviders();
        call.answer(OcsReply.ok((out, name) -> {
            out.startMap(name);
            out.bool("isAvailable", available);
            out.endMap();
        }));
    }

    void fetchAsDocumented(OcsCall call, Caller caller) throws IOException {
        call.answer(OcsReply.ok(TaskData.direct(find(call, caller))));
    }

    void fetchAsDeployed(OcsCall call, Caller caller) throws IOException {
        call.answer(OcsReply.ok(TaskData.wrapped(find(call, caller))));
    }

    void delete(OcsCall call, Caller caller) throws IOException {
        long id = find(call, caller).id();
        Task deleted = tasks.delete(id).orElseThrow(() -> notFound(call));
        call.answer(OcsReply.ok(TaskData.both(deleted)));
    }

    /** Finds the task that the path names, or refuses the call and counts the miss. */
    Task find(OcsCall call, Caller caller) {
        Optional<Task> task = id(call.pathPart("id")).flatMap(id -> tasks.find(id, caller.owner()));
        if (task.isEmpty()) {
            limits.countMiss(caller).ifPresent(delay -> {
                throw Guard.tooManyMisses(delay);
            });
        }
        return task.orElseThrow(() -> notFound(call));
    }

    private static OcsException notFound(OcsCall call) {
        return new OcsException(OcsReply.refusal(404, call.messages().get("task.not-found")));
    }

    /** Public ids have 53 bits, so that more than 18 digits are none. */
    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
