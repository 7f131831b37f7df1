package dev.easel.host;

import dev.easel.host.config.EaselConfig;

/** Where the command line meets the wiring. */
final class HostEngine implements Engine {

    @Override
    public RunningHost start(EaselConfig config) throws EngineException {
        throw new EngineException("The server is not wired yet.");
    }

    @Override
    public Generator generator(EaselConfig config) throws EngineException {
        throw new EngineException("The generator is not wired yet.");
    }

    @Override
    public TaskQueries tasks(EaselConfig config) throws EngineException {
        throw new EngineException("The tasks are not wired yet.");
    }
}
