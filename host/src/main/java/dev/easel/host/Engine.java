package dev.easel.host;

import dev.easel.host.config.EaselConfig;

/** What the commands of the command line need of the rest of the host. */
public interface Engine {

    /**
     * Starts the server.
     *
     * @param config the whole configuration
     * @return the host, serving
     * @throws EngineException if it cannot be started; nothing is left running
     */
    RunningHost start(EaselConfig config) throws EngineException;

    /**
     * Loads the providers without a server, a database or a lock on the data folder.
     *
     * @param config the whole configuration
     * @return a generator, to be closed
     * @throws EngineException if there is nothing to generate with
     */
    Generator generator(EaselConfig config) throws EngineException;

    /**
     * Opens the database without a server; called only when no host answers on the data folder.
     *
     * @param config the whole configuration
     * @return the tasks, to be closed
     * @throws EngineException if the database cannot be opened, for example because a host has locked it
     */
    TaskQueries tasks(EaselConfig config) throws EngineException;

    /**
     * Opens the database and the folder of images without a server; called only when no host answers on the data
     * folder.
     *
     * @param config the whole configuration
     * @return the users, to be closed
     * @throws EngineException if they cannot be opened, for example because a host has locked them
     */
    UserAdministration users(EaselConfig config) throws EngineException;
}
