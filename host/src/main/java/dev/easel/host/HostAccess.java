package dev.easel.host;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.control.ControlClient;
import java.io.IOException;
import java.util.function.Function;

/**
 * Opens what commands work on: that of the running host, or, when none runs, what is in the database itself.
 *
 * @param running makes it of the way to a running host
 * @param database opens the database
 * @param <T> what is opened
 */
record HostAccess<T>(Function<ControlClient, T> running, Opening<T> database) {

    /** Opens the database where no host runs. */
    @FunctionalInterface
    interface Opening<T> {
        T open(EaselConfig config) throws EngineException;
    }

    T open(EaselConfig config) throws EngineException {
        ControlClient client = new ControlClient(config.folders().data());
        return reachesHost(client) ? running.apply(client) : openDatabase(config, client);
    }

    private static boolean reachesHost(ControlClient client) throws EngineException {
        try {
            return client.reachesHost();
        } catch (IOException refused) {
            throw new EngineException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private T openDatabase(EaselConfig config, ControlClient client) throws EngineException {
        try {
            return database.open(config);
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
