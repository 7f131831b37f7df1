package dev.easel.host.provider.jar;

import java.util.List;
import java.util.Optional;

/** The packages that plugins see of the host; every plugin uses the host's classes for them, never its own copy. */
public final class SharedPackages {
    /** Each ends in a dot, so that no other package begins with it. */
    private static final List<String> PREFIXES = List.of("dev.easel.api.", "org.pf4j.", "org.slf4j.", "org.jspecify.");

    private static final List<String> FOLDERS =
            PREFIXES.stream().map(prefix -> prefix.replace('.', '/')).toList();

    private SharedPackages() {}

    /**
     * Tells whether a class is shared.
     *
     * @param className with dots
     * @return true if it lies in a shared package
     */
    public static boolean holdClass(String className) {
        return PREFIXES.stream().anyMatch(className::startsWith);
    }

    /**
     * Tells whether a resource is shared.
     *
     * @param resourceName with slashes
     * @return true if it lies in a shared package
     */
    public static boolean holdResource(String resourceName) {
        return folderOf(resourceName).isPresent();
    }

    /** Returns the shared folder that a resource or a jar's entry lies in, with slashes. */
    static Optional<String> folderOf(String resourceName) {
        return FOLDERS.stream().filter(resourceName::startsWith).findFirst();
    }
}
