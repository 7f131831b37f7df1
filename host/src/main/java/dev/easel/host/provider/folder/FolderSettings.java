package dev.easel.host.provider.folder;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the folder is watched; all durations are positive.
 *
 * @param staging the folder of private copies
 * @param look between two looks where the file system tells of nothing
 * @param settle between the two looks that must find a jar the same
 * @param takeover how long a new version may take to become ready while an old one serves
 * @param leftovers how long after its unloading a plugin should have left nothing behind
 */
public record FolderSettings(Path staging, Duration look, Duration settle, Duration takeover, Duration leftovers) {

    /**
     * Returns what the host uses.
     *
     * @param staging the folder of private copies
     * @return 2 s, 500 ms, 30 s, 10 s
     */
    public static FolderSettings defaults(Path staging) {
        return new FolderSettings(
                staging, Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
