package dev.easel.host.ocs;

import dev.easel.api.task.Task;
import java.io.IOException;

/** Tasks as data, keys in Nextcloud's order. */
final class TaskData {
    private TaskData() {}

    /** The task's fields directly, as documented. */
    static OcsData direct(Task task) {
        return (out, name) -> write(task, out, name);
    }

    /** The task under {@code task}, as deployed. */
    static OcsData wrapped(Task task) {
        return (out, name) -> {
            out.startMap(name);
            write(task, out, "task");
            out.endMap();
        };
    }

    /** The task's fields directly and under {@code task}: where one verb serves both contracts. */
    static OcsData both(Task task) {
        return (out, name) -> {
            out.startMap(name);
            writeFields(task, out);
            write(task, out, "task");
            out.endMap();
        };
    }

    static void write(Task task, DataWriter out, String name) throws IOException {
        out.startMap(name);
        writeFields(task, out);
        out.endMap();
    }

    private static void writeFields(Task task, DataWriter out) throws IOException {
        out.number("id", task.id());
        out.number("status", task.status().code());
        out.text("userId", task.userId().orElse(null));
        out.text("appId", task.appId());
        out.number("numberOfImages", task.numberOfImages());
        out.text("input", task.input());
        out.text("identifier", task.identifier());
        out.number("completionExpectedAt", task.completionExpectedAt().getEpochSecond());
    }
}
