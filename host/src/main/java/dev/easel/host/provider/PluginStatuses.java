package dev.easel.host.provider;

import dev.easel.host.provider.jar.PluginInspection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What has become of every jar of the plugins folder; safe for use by several threads. */
final class PluginStatuses {
    private final Clock clock;
    private final Map<String, PluginStatus> byFileName = new TreeMap<>();

    PluginStatuses(Clock clock) {
        this.clock = clock;
    }

    synchronized List<PluginStatus> all() {
        return List.copyOf(byFileName.values());
    }

    synchronized void failed(PluginInspection inspection, List<String> reasons) {
        set(inspection.fileName(), inspection.pluginId(), inspection.version(), PluginStatus.State.FAILED, reasons);
    }

    /** Takes over what a loaded plugin's providers say; keeps the time of the last change of state. */
    synchronized void update(LoadedPlugin plugin, PluginStatus.State state) {
        PluginIdentity identity = plugin.identity();
        set(plugin.fileName(), Optional.of(identity.id()), Optional.of(identity.version()), state, plugin.reasons());
    }

    synchronized void remove(LoadedPlugin plugin) {
        byFileName.remove(plugin.fileName());
    }

    private void set(
            String fileName,
            Optional<String> pluginId,
            Optional<String> version,
            PluginStatus.State state,
            List<String> reasons) {
        Instant since = Optional.ofNullable(byFileName.get(fileName))
                .filter(before -> before.state() == state)
                .map(PluginStatus::since)
                .orElseGet(clock::instant);
        byFileName.put(fileName, new PluginStatus(fileName, pluginId, version, state, since, reasons));
    }
}
