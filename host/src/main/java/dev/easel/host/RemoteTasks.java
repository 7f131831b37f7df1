package dev.easel.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.easel.host.control.ControlClient;
import dev.easel.host.control.ControlException;
import dev.easel.host.task.TaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks a running host about tasks. */
final class RemoteTasks implements TaskQueries {
    private final ControlClient client;

    RemoteTasks(ControlClient client) {
        this.client = client;
    }

    @Override
    public void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) throws EngineException {
        ObjectNode request = JsonNodeFactory.instance.objectNode().put(TaskControl.FAILED, failedOnly);
        user.ifPresent(name -> request.put(TaskControl.USER, name));
        ask(TaskControl.LIST, request, each);
    }

    @Override
    public Optional<TaskReport> show(long id) throws EngineException {
        List<TaskReport> found = new ArrayList<>();
        ask(TaskControl.SHOW, JsonNodeFactory.instance.objectNode().put(TaskControl.ID, id), found::add);
        return found.stream().findFirst();
    }

    /** Does nothing: every question has its own connection. */
    @Override
    public void close() {}

    private void ask(String command, ObjectNode request, Consumer<TaskReport> each) throws EngineException {
        try {
            client.ask(command, request, json -> each.accept(TaskReportJson.read(json)));
        } catch (ControlException failed) {
            throw new EngineException(String.valueOf(failed.getMessage()), failed);
        }
    }
}
