package dev.easel.host.provider.jar;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/** Finds every fault of a plugin's jar without running its code; stateless. */
public final class PluginInspector {

    /**
     * Looks at a jar.
     *
     * @param jar a file, possibly no jar at all
     * @return what was found; a file that cannot be read is a fault like any other
     */
    public PluginInspection inspect(Path jar) {
        return inspect(jar, String.valueOf(jar.getFileName()));
    }

    /**
     * Looks at a copy of a jar.
     *
     * @param jar a file, possibly no jar at all
     * @param fileName the name of the original, for messages
     * @return what was found; a file that cannot be read is a fault like any other
     */
    public PluginInspection inspect(Path jar, String fileName) {
        Findings findings = new Findings();
        if (!Files.isRegularFile(jar) || !Files.isReadable(jar)) {
            findings.fault(fileName + " is not a file that the host may read; correct its kind or its permissions.");
            return PluginInspection.unreadable(fileName, findings.faults());
        }
        // Signatures are not checked here: that costs the reading of the whole jar.
        try (JarFile opened = new JarFile(jar.toFile(), false, ZipFile.OPEN_READ)) {
            return inspect(fileName, opened, findings);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            findings.fault(fileName + " is not a jar or is damaged (" + damaged.getMessage() + "); copy it here again, "
                    + "under another ending until it is complete.");
            return PluginInspection.unreadable(fileName, findings.faults());
        }
    }

    private static PluginInspection inspect(String fileName, JarFile jar, Findings findings) throws IOException {
        ManifestCheck.Identity identity = ManifestCheck.check(jar, findings);
        List<String> extensions =
                ExtensionIndex.check(jar, identity.pluginClass().isPresent(), findings);
        for (String extension : extensions) {
            ClassFileVersion.check(jar, extension, findings);
        }
        if (identity.pluginClass().isPresent()) {
            ClassFileVersion.check(jar, identity.pluginClass().get(), findings);
        }
        Config declared = DeclaredConfiguration.check(jar, findings);
        warnOfOwnCopies(jar, findings);
        return new PluginInspection(
                fileName,
                identity.id(),
                identity.version(),
                extensions,
                declared,
                findings.faults(),
                findings.warnings());
    }

    private static void warnOfOwnCopies(JarFile jar, Findings findings) {
        Set<String> shared = new TreeSet<>();
        jar.stream()
                .filter(entry -> !entry.isDirectory())
                .forEach(entry -> SharedPackages.folderOf(entry.getName()).ifPresent(shared::add));
        if (!shared.isEmpty()) {
            findings.warning("The jar brings its own copy of " + String.join(", ", shared)
                    + ", which the host has and which is not used; give these dependencies the scope \"provided\".");
        }
    }
}
