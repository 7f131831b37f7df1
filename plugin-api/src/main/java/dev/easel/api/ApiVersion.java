package dev.easel.api;

/**
 * The version of this API.
 *
 * <p>It follows <a href="https://semver.org/spec/v2.0.0.html">semantic versioning</a> and stands in the manifest of the
 * API's jar too, as {@code Easel-Api-Version}. The host compares it with {@code Plugin-Requires} of each plugin.
 */
public final class ApiVersion {
    /** The version, as {@code major.minor.patch}; the compiler copies it into the classes that name it. */
    public static final String CURRENT = "0.1.0";

    private ApiVersion() {}
}
