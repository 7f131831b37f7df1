package dev.easel.host.provider.jar;

import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Versions of plugins, by <a href="https://semver.org/spec/v2.0.0.html">semantic versioning</a>. */
public final class PluginVersion {
    private static final VersionManager VERSIONS = new DefaultVersionManager();

    private PluginVersion() {}

    static boolean isWellFormed(String text) {
        try {
            return VERSIONS.compareVersions(text, text) == 0;
        } catch (RuntimeException illFormed) {
            return false;
        }
    }

    /**
     * Compares two well-formed versions by precedence.
     *
     * @param left a version
     * @param right another
     * @return negative, zero or positive as the left one is lower than, equal to or higher than the right one
     */
    public static int compare(String left, String right) {
        return VERSIONS.compareVersions(left, right);
    }
}
