package dev.easel.host.provider;

import dev.easel.api.event.TaskEvent;

/** A plugin's listener as the host sees it; safe for use by several threads. */
public interface HostedListener {

    /**
     * Returns the id of the listener's plugin.
     *
     * @return {@code Plugin-Id} of its jar
     */
    String pluginId();

    /**
     * Hands over one event, on a thread of the plugin.
     *
     * @param event what happened
     * @return the call, under way
     */
    ProviderCall deliver(TaskEvent event);
}
