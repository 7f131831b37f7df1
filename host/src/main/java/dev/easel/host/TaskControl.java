package dev.easel.host;

import dev.easel.host.control.ControlException;
import dev.easel.host.control.ControlHandler;
import java.util.Map;
import java.util.Optional;

/** Questions about tasks on the control socket, at the host's end. */
final class TaskControl {
    static final String LIST = "task list";
    static final String SHOW = "task show";
    static final String FAILED = "failed";
    static final String USER = "user";
    static final String ID = "id";

    private TaskControl() {}

    static Map<String, ControlHandler> handlers(TaskQueries tasks) {
        return Map.of(LIST, list(tasks), SHOW, show(tasks));
    }

    private static ControlHandler list(TaskQueries tasks) {
        return (request, answer) -> {
            Optional<String> user =
                    request.has(USER) ? Optional.of(request.path(USER).asText()) : Optional.empty();
            try {
                tasks.list(request.path(FAILED).asBoolean(), user, task -> answer.accept(TaskReportJson.write(task)));
            } catch (EngineException failed) {
                throw new ControlException(String.valueOf(failed.getMessage()), failed);
            }
        };
    }

    private static ControlHandler show(TaskQueries tasks) {
        return (request, answer) -> {
            try {
                tasks.show(request.path(ID).asLong()).map(TaskReportJson::write).ifPresent(answer);
            } catch (EngineException failed) {
                throw new ControlException(String.valueOf(failed.getMessage()), failed);
            }
        };
    }
}
