package dev.easel.host.provider.jar;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be said of a jar without running its code.
 *
 * @param fileName the jar's file name
 * @param pluginId {@code Plugin-Id}, if there is one, well-formed or not
 * @param version {@code Plugin-Version}, if there is one, well-formed or not
 * @param extensions the class names of {@code META-INF/extensions.idx}
 * @param declared {@code plugin.conf}; empty if the jar has none
 * @param faults why the host refuses the jar, each a sentence that says what to do; empty if it would be loaded
 * @param warnings what is wrong but no reason to refuse it
 */
public record PluginInspection(
        String fileName,
        Optional<String> pluginId,
        Optional<String> version,
        List<String> extensions,
        Config declared,
        List<String> faults,
        List<String> warnings) {

    /** Copies the lists. */
    public PluginInspection {
        extensions = List.copyOf(extensions);
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /**
     * Makes one for a file that tells nothing of itself.
     *
     * @param fileName its name
     * @param faults why, at least one sentence
     * @return an inspection with nothing else
     */
    public static PluginInspection unreadable(String fileName, List<String> faults) {
        return new PluginInspection(
                fileName, Optional.empty(), Optional.empty(), List.of(), ConfigFactory.empty(), faults, List.of());
    }

    /** Adds what else was found. */
    PluginInspection and(Findings found) {
        return new PluginInspection(
                fileName,
                pluginId,
                version,
                extensions,
                declared,
                joined(faults, found.faults()),
                joined(warnings, found.warnings()));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Tells whether the host would load the jar.
     *
     * @return true if it has no faults
     */
    public boolean isAccepted() {
        return faults.isEmpty();
    }
}
