package dev.easel.host.provider;

import dev.easel.api.event.TaskEvent;
import dev.easel.api.event.TaskEventListener;

/** A listener of a loaded plugin. */
record LoadedListener(String pluginId, PluginObject<TaskEventListener> object) implements HostedListener {
    @Override
    public boolean isGone() {
        return object.isForgotten();
    }

    @Override
    public ProviderCall deliver(TaskEvent event) {
        return new StartedCall(object.start(listener -> listener.handle(event), () -> {}));
    }
}
