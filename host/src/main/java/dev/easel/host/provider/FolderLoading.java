package dev.easel.host.provider;

import dev.easel.host.provider.jar.PluginInspection;
import dev.easel.host.provider.jar.PluginInspector;
import dev.easel.host.provider.jar.PluginVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what lies in the plugins folder: of several versions of a plugin the highest that can be loaded; for use by one
 * thread.
 *
 * <p>A jar that cannot be loaded is reported, and the others load.
 */
final class FolderLoading {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderLoading.class);

    private final PluginLoading loading;
    private final PluginStatuses statuses;
    private final Consumer<LoadedPlugin> whenLoaded;
    private final PluginInspector inspector = new PluginInspector();

    FolderLoading(PluginLoading loading, PluginStatuses statuses, Consumer<LoadedPlugin> whenLoaded) {
        this.loading = loading;
        this.statuses = statuses;
        this.whenLoaded = whenLoaded;
    }

    /** A jar without faults. */
    private record Candidate(Path jar, PluginInspection inspection) {
        String pluginId() {
            return inspection.pluginId().orElseThrow();
        }

        String version() {
            return inspection.version().orElseThrow();
        }
    }

    void load(List<Path> jars) {
        Map<String, List<Candidate>> byId = new LinkedHashMap<>();
        jars.forEach(jar -> inspect(jar)
                .ifPresent(candidate -> byId.computeIfAbsent(candidate.pluginId(), id -> new ArrayList<>())
                        .add(candidate)));
        byId.values().forEach(this::loadHighest);
    }

    private Optional<Candidate> inspect(Path jar) {
        PluginInspection inspection = inspector.inspect(jar);
        inspection.warnings().forEach(warning -> LOGGER.warn("Plugin jar {}: {}", inspection.fileName(), warning));
        if (inspection.isAccepted()) {
            return Optional.of(new Candidate(jar, inspection));
        }
        refuse(inspection, inspection.faults());
        return Optional.empty();
    }

    private void loadHighest(List<Candidate> candidates) {
        candidates.sort(
                Comparator.comparing(Candidate::version, PluginVersion::compare).reversed());
        Optional<Candidate> loaded = Optional.empty();
        for (Candidate candidate : candidates) {
            if (loaded.isPresent()) {
                refuse(candidate.inspection(), List.of(surplus(candidate, loaded.get())));
            } else if (load(candidate)) {
                loaded = Optional.of(candidate);
            }
        }
    }

    private boolean load(Candidate candidate) {
        try {
            LoadedPlugin plugin = loading.load(candidate.jar(), candidate.inspection());
            LOGGER.info(
                    "Loaded plugin {} from {}, with providers {}",
                    plugin.identity(),
                    plugin.fileName(),
                    plugin.providers().stream().map(LoadedProvider::id).toList());
            plugin.providers().forEach(LoadedProvider::refreshReadiness);
            whenLoaded.accept(plugin);
            return true;
        } catch (PluginRefusedException refused) {
            refuse(candidate.inspection(), refused.faults());
            return false;
        }
    }

    private void refuse(PluginInspection inspection, List<String> reasons) {
        statuses.failed(inspection, reasons);
        LOGGER.error("Plugin jar {} is not loaded. {}", inspection.fileName(), String.join(" ", reasons));
    }

    private static String surplus(Candidate candidate, Candidate loaded) {
        return "Version " + loaded.version() + " of plugin " + loaded.pluginId() + " was loaded from "
                + loaded.inspection().fileName() + " and this is version " + candidate.version()
                + "; a plugin is loaded once, so remove one of the two.";
    }
}
