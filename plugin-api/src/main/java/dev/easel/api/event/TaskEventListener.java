package dev.easel.api.event;

import org.pf4j.ExtensionPoint;

/**
 * Hears how tasks ended.
 *
 * <p>An implementation is marked with PF4J's {@code @Extension} and has a public constructor without parameters or one
 * that takes a {@link dev.easel.api.plugin.PluginContext}.
 */
@FunctionalInterface
public interface TaskEventListener extends ExtensionPoint {

    /**
     * Hears of one task's end.
     *
     * <p>Called on a thread of the plugin, off the path of any request, at least once for each task; a host that is
     * killed may deliver an event again. What it throws is logged and hurts nobody else.
     *
     * @param event what happened
     * @throws Exception if the listener cannot deal with it
     */
    void handle(TaskEvent event) throws Exception;
}
