package dev.easel.host.ocs;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.Caller;
import dev.easel.host.task.TaskManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Lists tasks, writing each as it comes from the store. */
final class ListEndpoint {
    private final TaskManager tasks;

    ListEndpoint(TaskManager tasks) {
        this.tasks = tasks;
    }

    /** An array of tasks. */
    void listAsDocumented(OcsCall call, Caller caller) throws IOException {
        list(call, caller, false);
    }

    /** An array of tasks under {@code tasks}. */
    void listAsDeployed(OcsCall call, Caller caller) throws IOException {
        list(call, caller, true);
    }

    private void list(OcsCall call, Caller caller, boolean wrapped) throws IOException {
        ParameterReader reader = call.reader();
        String appId = reader.requiredText("appId", TaskRequest.MAX_NAME);
        Optional<String> identifier = reader.optionalText("identifier", TaskRequest.MAX_NAME);
        reader.throwIfFaulty();
        OcsData array = (out, name) -> writeAll(caller, appId, identifier, out, name);
        try {
            call.stream(OcsReply.ok(wrapped ? underTasks(array) : array));
        } catch (TaskStoreException e) {
            giveUp(call, e);
        }
    }

    private static OcsData underTasks(OcsData array) {
        return (out, name) -> {
            out.startMap(name);
            array.writeTo(out, "tasks");
            out.endMap();
        };
    }

    private void writeAll(Caller caller, String appId, Optional<String> identifier, DataWriter out, String name)
            throws IOException {
        out.startList(name);
        try {
            tasks.list(caller.owner(), appId, identifier, task -> {
                try {
                    TaskData.write(task, out, DataWriter.ELEMENT);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.endList();
    }

    /** What has not left yet is replaced by the failure; else the client must see that the list is not complete. */
    private static void giveUp(OcsCall call, TaskStoreException failure) throws IOException {
        if (!call.context().res().isCommitted()) {
            call.context().res().resetBuffer();
            throw failure;
        }
        call.abort(failure);
    }
}
