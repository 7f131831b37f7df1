package dev.easel.api;

import dev.easel.api.event.TaskEventListener;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of a newer API breaks plugins that were made for an older one, as japicmp sees it. */
final class ApiBreaks {
    /** What plugins implement; all other interfaces are the host's to implement and may gain members. */
    private static final Set<String> PLUGINS_IMPLEMENT = Set.of(
            TextToImageProvider.class.getName(), ProviderFactory.class.getName(), TaskEventListener.class.getName());

    private ApiBreaks() {}

    /** Returns one line for each break, sorted. */
    static List<String> between(byte[] older, byte[] newer) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        List<JApiClass> classes = new JarArchiveComparator(options)
                .compare(
                        new JApiCmpArchive(older, "older.jar", "older"),
                        new JApiCmpArchive(newer, "newer.jar", "newer"));
        return classes.stream().flatMap(ApiBreaks::of).distinct().sorted().toList();
    }

    private static Stream<String> of(JApiClass type) {
        String name = type.getFullyQualifiedName();
        return Stream.of(
                        Stream.of(type, type.getSuperclass()),
                        type.getInterfaces().stream(),
                        type.getConstructors().stream(),
                        type.getMethods().stream(),
                        type.getFields().stream())
                .flatMap(part -> part)
                .flatMap(part -> breaks(name, part));
    }

    private static Stream<String> breaks(String type, JApiCompatibility part) {
        return part.getCompatibilityChanges().stream()
                .map(change -> change.getType())
                .filter(change -> isBreak(type, change))
                .map(change -> change + nameOf(part) + " in " + type);
    }

    private static String nameOf(JApiCompatibility part) {
        if (part instanceof JApiBehavior behaviour) {
            return " " + behaviour.getName();
        }
        return part instanceof JApiField field ? " " + field.getName() : "";
    }

    private static boolean isBreak(String type, JApiCompatibilityChangeType change) {
        return switch (change) {
            case METHOD_ADDED_TO_INTERFACE -> PLUGINS_IMPLEMENT.contains(type);
            // The same, told of the implementation; that ours implement it, the compiler sees to.
            case METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE -> false;
            default -> !change.isBinaryCompatible() || !change.isSourceCompatible();
        };
    }
}
