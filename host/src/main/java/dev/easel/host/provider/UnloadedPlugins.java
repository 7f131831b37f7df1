package dev.easel.host.provider;

import dev.easel.host.provider.folder.PluginFolder;
import dev.easel.host.provider.jar.JarExaminer;
import dev.easel.host.provider.jar.PluginInspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What can be said of the plugins folder while no host runs. */
public final class UnloadedPlugins {
    private UnloadedPlugins() {}

    /**
     * Looks at the jars of a folder without loading them.
     *
     * @param folder need not exist
     * @param examiner looks at each jar
     * @return what a host would begin with: {@code waiting} for the host, or {@code failed} with every fault; since the
     *     jar was last written to
     */
    public static List<PluginStatus> in(Path folder, JarExaminer examiner) {
        return new PluginFolder(folder)
                .jars().stream().map(jar -> status(jar, examiner.examine(jar))).toList();
    }

    private static PluginStatus status(Path jar, PluginInspection inspection) {
        return new PluginStatus(
                inspection.fileName(),
                inspection.pluginId(),
                inspection.version(),
                inspection.isAccepted() ? PluginStatus.State.WAITING : PluginStatus.State.FAILED,
                writtenTo(jar),
                inspection.isAccepted() ? List.of("No host runs that could load it.") : inspection.faults());
    }

    private static Instant writtenTo(Path jar) {
        try {
            return Files.getLastModifiedTime(jar).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }
}
