package dev.easel.host;

import dev.easel.host.provider.PluginStatus;
import java.util.List;

/** A host that serves; safe for use by several threads. */
public interface RunningHost extends AutoCloseable {

    /**
     * Returns the port that the host listens on.
     *
     * @return the real one, where the configuration says 0
     */
    int port();

    /**
     * Returns the tasks, for the commands that ask over the control socket.
     *
     * @return usable while the host runs; closing it does nothing
     */
    TaskQueries tasks();

    /**
     * Returns the users, for the commands that ask over the control socket.
     *
     * @return usable while the host runs; closing it does nothing
     */
    UserAdministration users();

    /**
     * Returns what has become of every jar of the plugins folder.
     *
     * @return a snapshot
     */
    List<PluginStatus> plugins();

    /** Stops gracefully; returns when everything is closed. */
    @Override
    void close();
}
