package dev.easel.host.provider;

import dev.easel.host.provider.folder.StagedJar;
import dev.easel.host.provider.jar.PluginInspection;
import dev.easel.host.provider.jar.PluginVersion;

/**
 * A jar of the plugins folder that was copied and found without faults.
 *
 * @param staged the copy, held
 * @param inspection what was found in it
 */
record VerifiedJar(StagedJar staged, PluginInspection inspection) {
    String fileName() {
        return inspection.fileName();
    }

    PluginIdentity identity() {
        return new PluginIdentity(
                inspection.pluginId().orElseThrow(), inspection.version().orElseThrow());
    }

    boolean isNewerThan(PluginIdentity other) {
        return PluginVersion.compare(identity().version(), other.version()) > 0;
    }

    /** Holds the copy once more. */
    VerifiedJar share() {
        return new VerifiedJar(staged.share(), inspection);
    }
}
