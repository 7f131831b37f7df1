package dev.easel.host.provider.jar;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;

/** The index of extensions that PF4J's annotation processor writes into a jar. */
final class ExtensionIndex {
    private static final String NAME = "META-INF/extensions.idx";

    private ExtensionIndex() {}

    /** Reads the names of the extension classes and checks that they are in the jar. */
    static List<String> check(JarFile jar, boolean hasPluginClass, Findings findings) throws IOException {
        Optional<String> index = JarText.read(jar, NAME);
        List<String> names = index.map(ExtensionIndex::names).orElse(List.of());
        if (names.isEmpty()) {
            reportNone(index.isPresent(), hasPluginClass, findings);
        }
        names.stream()
                .filter(name -> !hasClass(jar, name))
                .forEach(name -> findings.fault(
                        NAME + " names " + name + ", which is not in the jar; build the jar again from clean."));
        return names;
    }

    static boolean hasClass(JarFile jar, String className) {
        return jar.getEntry(className.replace('.', '/') + ".class") != null;
    }

    private static List<String> names(String index) {
        return index.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static void reportNone(boolean indexThere, boolean hasPluginClass, Findings findings) {
        String sentence = (indexThere ? NAME + " is empty" : "The jar has no " + NAME)
                + ", so it offers no extension. Mark the provider with @Extension and let PF4J's annotation processor "
                + "run: with Maven, name org.pf4j:pf4j in maven-compiler-plugin's annotationProcessorPaths and set "
                + "<proc>full</proc>, without which JDK 23 and newer run no processor.";
        if (hasPluginClass) {
            findings.warning(sentence);
        } else {
            findings.fault(sentence);
        }
    }
}
