package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.Users;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.task.TaskPurge;
import dev.easel.host.task.TaskReports;
import java.io.IOException;
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
        return open(config, (database, onClose) -> new DatabaseTasks(new TaskReports(database), onClose));
    }

    @Override
    public UserAdministration users(EaselConfig config) throws EngineException {
        Clock clock = Clock.systemUTC();
        return open(config, (database, onClose) -> {
            FileImageStore images = FileImageStore.open(config.folders().images(), clock);
            Users users = new Users(database, TaskPurge.withoutHost(database, images), () -> {}, clock);
            return new DatabaseUsers(users, onClose);
        });
    }

    /** Makes something of an open database. */
    @FunctionalInterface
    private interface Use<T> {
        T of(Database database, Runnable onClose) throws IOException;
    }

    private static <T> T open(EaselConfig config, Use<T> use) throws EngineException {
        DataFolder folder = DataFolder.take(config.folders().data());
        Closer closer = new Closer();
        closer.add("data folder", folder);
        try {
            Database database =
                    Database.open(config.database(), config.folders().data());
            closer.add("database", database);
            return use.of(database, closer::close);
        } catch (IOException | TaskStoreException e) {
            closer.close();
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }
}
