package dev.easel.host.provider;

import dev.easel.api.ApiVersion;
import org.pf4j.DefaultVersionManager;
import org.pf4j.VersionManager;

/** Compares versions by <a href="https://semver.org/spec/v2.0.0.html">semantic versioning</a>. */
final class ApiCompatibility {
    private static final VersionManager VERSIONS = new DefaultVersionManager();

    private ApiCompatibility() {}

    static boolean isVersion(String text) {
        try {
            return VERSIONS.compareVersions(text, text) == 0;
        } catch (RuntimeException illFormed) {
            return false;
        }
    }

    /** Compares two well-formed versions by precedence. */
    static int compare(String left, String right) {
        return VERSIONS.compareVersions(left, right);
    }

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
        String range = isVersion(requires) ? ">=" + requires : requires;
        return VERSIONS.checkVersionConstraint(ApiVersion.CURRENT, range);
    }
}
