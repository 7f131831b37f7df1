package dev.easel.host.provider;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What has become of one jar of the plugins folder, or of a plugin that was loaded from it.
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

    /** What a jar or a plugin can be. */
    public enum State {
        /** The jar is new or has changed, and may still be written to. */
        WAITING,
        /** The jar is copied, looked at and loaded. */
        VERIFYING,
        /** Loaded; at least one of its providers is ready, or it has none. */
        READY,
        /** Loaded, but none of its providers is ready. */
        NOT_READY,
        /** It takes no new runs and finishes those under way. */
        DRAINING,
        /** It was refused or could not be loaded. */
        FAILED,
        /** Loaded, but it failed so often that it is left alone for a while. */
        QUARANTINED;

        /**
         * Returns the state's name for people.
         *
         * @return in lower case, with blanks
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Copies the list. */
    public PluginStatus {
        reasons = List.copyOf(reasons);
    }
}
