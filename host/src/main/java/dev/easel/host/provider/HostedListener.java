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
     * Tells whether the listener's plugin is unloaded, so that nobody can be told any more.
     *
     * @return true from then on
     */
    default boolean isGone() {
        return false;
    }

    /**
     * Hands over one event, on a thread of the plugin.
     *
     * @param event what happened
     * @return the call, under way
     */
    ProviderCall deliver(TaskEvent event);
}
