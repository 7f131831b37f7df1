package dev.easel.host.provider.jar;

import dev.easel.api.ApiVersion;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Compares the versions of the plugin API that a plugin requires with the one that this host has. */
final class ApiCompatibility {
    private static final VersionManager VERSIONS = new DefaultVersionManager();

    private ApiCompatibility() {}

    static boolean isRange(String requires) {
        try {
            VERSIONS.checkVersionConstraint(ApiVersion.CURRENT, requires);
            return true;
        } catch (RuntimeException illFormed) {
            return false;
        }
    }

    /** Tells whether this API's version is in a well-formed range; a lone version means that one or any later. */
    static boolean satisfies(String requires) {
        String range = PluginVersion.isWellFormed(requires) ? ">=" + requires : requires;
        return VERSIONS.checkVersionConstraint(ApiVersion.CURRENT, range);
    }
}
