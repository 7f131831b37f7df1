package dev.easel.host.provider;

import dev.easel.host.provider.jar.PluginInspection;
import java.util.List;
import java.util.Optional;

/** A jar of the plugins folder has faults. */
final class RefusedJarException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient PluginInspection inspection;
    private final transient Optional<String> sha256;

    /** Makes one for a jar that could be copied. */
    RefusedJarException(PluginInspection inspection, String sha256) {
        this(inspection, Optional.of(sha256));
    }

    /** Makes one for a file that could not be read. */
    RefusedJarException(PluginInspection inspection) {
        this(inspection, Optional.empty());
    }

    private RefusedJarException(PluginInspection inspection, Optional<String> sha256) {
        super(String.join(" ", inspection.faults()));
        this.inspection = inspection;
        this.sha256 = sha256;
    }

    PluginInspection inspection() {
        return inspection;
    }

    List<String> faults() {
        return inspection.faults();
    }

    Optional<String> sha256() {
        return sha256;
    }
}
