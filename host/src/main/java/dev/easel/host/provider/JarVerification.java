package dev.easel.host.provider;

import dev.easel.host.provider.folder.PluginFolder;
import dev.easel.host.provider.folder.StagedJar;
import dev.easel.host.provider.folder.Staging;
import dev.easel.host.provider.jar.JarExaminer;
import dev.easel.host.provider.jar.PluginInspection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies jars of the plugins folder and looks at the copies; stateless. */
final class JarVerification {
    private static final Logger LOGGER = LoggerFactory.getLogger(JarVerification.class);

    private final Path folder;
    private final Staging staging;
    private final JarExaminer examiner;

    JarVerification(PluginFolder folder, Staging staging, JarExaminer examiner) {
        this.folder = folder.path();
        this.staging = staging;
        this.examiner = examiner;
    }

    /**
     * Verifies a jar.
     *
     * @return the verified copy; its hold is the caller's
     * @throws RefusedJarException with every fault
     */
    VerifiedJar verify(String fileName) throws RefusedJarException {
        StagedJar staged = copy(fileName);
        PluginInspection inspection = examine(fileName, staged);
        inspection.warnings().forEach(warning -> LOGGER.warn("Plugin jar {}: {}", fileName, warning));
        if (!inspection.isAccepted()) {
            staged.close();
            throw new RefusedJarException(inspection, staged.sha256());
        }
        return new VerifiedJar(staged, inspection);
    }

    private PluginInspection examine(String fileName, StagedJar staged) throws RefusedJarException {
        try {
            return examiner.examine(folder.resolve(fileName), staged.path(), staged.sha256());
        } catch (RuntimeException unexpected) {
            staged.close();
            LOGGER.error("Plugin jar {} cannot be examined", fileName, unexpected);
            throw new RefusedJarException(PluginInspection.unreadable(
                    fileName,
                    List.of(fileName + " cannot be examined (" + unexpected + "); copy it here again, and if that "
                            + "does not help, report this with the log.")));
        }
    }

    private StagedJar copy(String fileName) throws RefusedJarException {
        try {
            return staging.copy(folder.resolve(fileName));
        } catch (IOException failed) {
            throw new RefusedJarException(PluginInspection.unreadable(
                    fileName,
                    List.of(fileName + " cannot be copied to the staging folder (" + failed
                            + "); correct its kind or its permissions, or make room in the data folder.")));
        }
    }
}
