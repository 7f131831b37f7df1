package dev.easel.host.provider;

import dev.easel.host.provider.PluginStatus.State;
import dev.easel.host.provider.jar.PluginInspection;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of every jar of the plugins folder, and of every plugin that is loaded; safe for use by several
 * threads.
 *
 * <p>A jar has a status of its own while no plugin is loaded from it; so there are two of one name while a plugin
 * serves whose jar has changed.
 */
final class PluginStatuses {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginStatuses.class);

    private final Clock clock;
    private final Map<String, PluginStatus> jars = new HashMap<>();
    private final Map<LoadedPlugin, PluginStatus> plugins = new HashMap<>();

    PluginStatuses(Clock clock) {
        this.clock = clock;
    }

    synchronized List<PluginStatus> all() {
        List<PluginStatus> all = new ArrayList<>(plugins.values());
        all.addAll(jars.values());
        all.sort(Comparator.comparing(PluginStatus::fileName)
                .thenComparing(PluginStatus::since)
                .thenComparing(PluginStatus::state));
        return List.copyOf(all);
    }

    void waiting(String fileName) {
        set(fileName, Optional.empty(), Optional.empty(), State.WAITING, List.of());
    }

    void verifying(String fileName) {
        set(fileName, Optional.empty(), Optional.empty(), State.VERIFYING, List.of());
    }

    void verifying(PluginInspection inspection) {
        set(inspection.fileName(), inspection.pluginId(), inspection.version(), State.VERIFYING, List.of());
    }

    /** Says that a jar was refused; tells whether that is new. */
    boolean failed(PluginInspection inspection, List<String> reasons) {
        return set(inspection.fileName(), inspection.pluginId(), inspection.version(), State.FAILED, reasons);
    }

    /** Says that there is nothing to be said of a jar, as it is gone or its plugin is loaded. */
    synchronized void forget(String fileName) {
        jars.remove(fileName);
    }

    /** Takes over what a loaded plugin's providers say; keeps the time of the last change of state. */
    synchronized void update(LoadedPlugin plugin, State state) {
        @Nullable PluginStatus before = plugins.get(plugin);
        PluginIdentity identity = plugin.identity();
        PluginStatus now = new PluginStatus(
                plugin.fileName(),
                Optional.of(identity.id()),
                Optional.of(identity.version()),
                state,
                since(before, state),
                plugin.reasons());
        plugins.put(plugin, now);
        if (before == null || before.state() != state) {
            LOGGER.info("Plugin {} is {}", identity, state.label());
        }
    }

    synchronized void remove(LoadedPlugin plugin) {
        plugins.remove(plugin);
    }

    private synchronized boolean set(
            String fileName, Optional<String> pluginId, Optional<String> version, State state, List<String> reasons) {
        @Nullable PluginStatus before = jars.get(fileName);
        PluginStatus now = new PluginStatus(fileName, pluginId, version, state, since(before, state), reasons);
        jars.put(fileName, now);
        LOGGER.debug("Plugin jar {} is {}", fileName, state.label());
        return !Objects.equals(before, now);
    }

    private Instant since(@Nullable PluginStatus before, State state) {
        return before != null && before.state() == state ? before.since() : clock.instant();
    }
}
