package dev.easel.host;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.control.ControlClient;
import java.io.IOException;

/** Opens the tasks: those of the running host, or, when none runs, the database itself. */
final class TaskAccess {
    private final Engine engine;

    TaskAccess(Engine engine) {
        this.engine = engine;
    }

    TaskQueries open(EaselConfig config) throws EngineException {
        ControlClient client = new ControlClient(config.folders().data());
        return reachesHost(client) ? new RemoteTasks(client) : openDatabase(config, client);
    }

    private static boolean reachesHost(ControlClient client) throws EngineException {
        try {
            return client.reachesHost();
        } catch (IOException refused) {
            throw new EngineException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private TaskQueries openDatabase(EaselConfig config, ControlClient client) throws EngineException {
        try {
            return engine.tasks(config);
        } catch (EngineException locked) {
            if (!client.pathIsTooLong()) {
                throw locked;
            }
            throw new EngineException(
                    locked.getMessage() + " If a host is running, it cannot be reached: the path "
                            + config.folders().data() + " is too long for its socket; choose a shorter data folder.",
                    locked);
        }
    }
}
