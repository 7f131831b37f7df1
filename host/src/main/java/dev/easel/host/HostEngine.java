package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.task.TaskReports;
import java.time.Clock;

/** Where the command line meets the wiring. */
final class HostEngine implements Engine {

    @Override
    public RunningHost start(EaselConfig config) throws EngineException {
        return Host.start(config, Clock.systemUTC());
    }

    @Override
    public Generator generator(EaselConfig config) throws EngineException {
        return PluginGenerator.open(config, Clock.systemUTC());
    }

    @Override
    public TaskQueries tasks(EaselConfig config) throws EngineException {
        DataFolder folder = DataFolder.take(config.folders().data());
        Closer closer = new Closer();
        closer.add("data folder", folder);
        try {
            Database database =
                    Database.open(config.database(), config.folders().data());
            closer.add("database", database);
            return new DatabaseTasks(new TaskReports(database), closer::close);
        } catch (TaskStoreException e) {
            closer.close();
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }
}
