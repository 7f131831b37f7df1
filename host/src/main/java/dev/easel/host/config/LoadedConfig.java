package dev.easel.host.config;

import java.util.List;

/**
 * A configuration without faults.
 *
 * @param config the configuration
 * @param warnings sentences on what was set and has no effect; to be logged
 */
public record LoadedConfig(EaselConfig config, List<String> warnings) {

    /**
     * Keeps a copy of the warnings.
     *
     * @param config the configuration
     * @param warnings sentences on what was set and has no effect
     */
    public LoadedConfig {
        warnings = List.copyOf(warnings);
    }
}
