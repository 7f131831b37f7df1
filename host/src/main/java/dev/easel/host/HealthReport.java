package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.http.Health;
import dev.easel.host.provider.PluginHost;
import java.util.ArrayList;
import java.util.List;

/** Finds out how the host is. */
final class HealthReport {
    private HealthReport() {}

    static Health of(Database database, PluginHost plugins) {
        List<Health.Provider> providers = plugins.providers().stream()
                .map(provider -> new Health.Provider(provider.id(), provider.readiness()))
                .toList();
        List<String> faults = new ArrayList<>();
        boolean answers = answers(database, faults);
        boolean anyReady = plugins.preferred().isPresent();
        if (!anyReady) {
            faults.add("no provider is ready");
        }
        faults.addAll(faults(plugins));
        return new Health(answers && anyReady, faults, providers, plugins.statuses());
    }

    private static boolean answers(Database database, List<String> faults) {
        try {
            database.ping();
            return true;
        } catch (TaskStoreException e) {
            faults.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** What is wrong with the plugins, each a sentence that names the jar. */
    static List<String> faults(PluginHost plugins) {
        return plugins.statuses().stream()
                .flatMap(plugin -> plugin.reasons().stream().map(reason -> plugin.fileName() + ": " + reason))
                .toList();
    }
}
