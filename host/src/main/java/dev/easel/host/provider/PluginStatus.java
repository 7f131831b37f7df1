package dev.easel.host.provider;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has become of one jar of the plugins folder.
 *
 * @param fileName the jar's name in the folder
 * @param pluginId {@code Plugin-Id}, if it could be read
 * @param version {@code Plugin-Version}, if it could be read
 * @param state the state
 * @param since when the plugin came into that state
 * @param reasons for an administrator, each a sentence that says what is wrong and what to do; empty when all is well
 */
public record PluginStatus(
        String fileName,
        Optional<String> pluginId,
        Optional<String> version,
        State state,
        Instant since,
        List<String> reasons) {

    /** What a plugin can be. */
    public enum State {
        /** Loaded; at least one of its providers is ready, or it has none. */
        READY,
        /** Loaded, but none of its providers is ready. */
        NOT_READY,
        /** It takes no new runs and finishes those under way. */
        DRAINING,
        /** It was refused or could not be loaded. */
        FAILED
    }

    /** Copies the list. */
    public PluginStatus {
        reasons = List.copyOf(reasons);
    }
}
