package dev.easel.host.provider;

import java.util.List;
import java.util.Optional;

/** The packages that plugins see of the host; every plugin uses the host's classes for them, never its own copy. */
final class SharedPackages {
    /** Each ends in a dot, so that no other package begins with it. */
    private static final List<String> PREFIXES = List.of("dev.easel.api.", "org.pf4j.", "org.slf4j.", "org.jspecify.");

    private static final List<String> FOLDERS =
            PREFIXES.stream().map(prefix -> prefix.replace('.', '/')).toList();

    private SharedPackages() {}

    static boolean holdClass(String className) {
        return PREFIXES.stream().anyMatch(className::startsWith);
    }

    static boolean holdResource(String resourceName) {
        return folderOf(resourceName).isPresent();
    }

    /** Returns the shared folder that a resource or a jar's entry lies in, with slashes. */
    static Optional<String> folderOf(String resourceName) {
        return FOLDERS.stream().filter(resourceName::startsWith).findFirst();
    }
}
