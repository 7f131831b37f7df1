package dev.easel.host.provider;

import dev.easel.host.provider.jar.PluginInspection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why jars are not loaded: in their states, in the log and in the audit, once for each reason. */
final class Refusals {
    private static final Logger LOGGER = LoggerFactory.getLogger(Refusals.class);

    private final PluginStatuses statuses;

    Refusals(PluginStatuses statuses) {
        this.statuses = statuses;
    }

    /** A jar has faults. */
    void faulty(RefusedJarException refused) {
        refuse(refused.inspection(), refused.faults(), refused.sha256());
    }

    /** A jar without faults could not be loaded. */
    void notLoaded(VerifiedJar jar, PluginRefusedException refused, Instant again) {
        refuse(jar.inspection(), refused.faults(), Optional.of(jar.staged().sha256()));
        LOGGER.info("Plugin jar {} is tried again at {}, or when it changes", jar.fileName(), again);
    }

    /** A jar's version is not higher than the one that serves. */
    void notHigher(VerifiedJar jar, LoadedPlugin serving) {
        refuse(
                jar.inspection(),
                List.of(sentence(jar, serving)),
                Optional.of(jar.staged().sha256()));
    }

    private void refuse(PluginInspection inspection, List<String> reasons, Optional<String> sha256) {
        if (statuses.failed(inspection, reasons)) {
            LOGGER.error("Plugin jar {} is not loaded. {}", inspection.fileName(), String.join(" ", reasons));
            PluginAudit.refused(inspection.fileName(), sha256);
        }
    }

    private static String sentence(VerifiedJar jar, LoadedPlugin serving) {
        PluginIdentity identity = jar.identity();
        if (jar.fileName().equals(serving.fileName())) {
            return "Version " + serving.identity().version() + " of plugin " + identity.id()
                    + " was loaded from this jar before and serves on, as this is version " + identity.version()
                    + "; only a higher version takes its place. Give the build a higher version, or remove the jar, "
                    + "wait until the plugin is unloaded, and copy this one again.";
        }
        return "Version " + serving.identity().version() + " of plugin " + identity.id() + " was loaded from "
                + serving.fileName() + " and this is version " + identity.version()
                + "; a plugin is loaded once, so remove one of the two.";
    }
}
