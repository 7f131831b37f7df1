package dev.easel.host.provider.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the file system tells of a change in a folder, or a while.
 *
 * <p>Some file systems, such as network shares, tell of nothing or not of all. For use by one thread.
 */
final class FolderEvents implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderEvents.class);

    private final Path folder;
    private Optional<WatchService> service = Optional.empty();

    FolderEvents(Path folder) {
        this.folder = folder;
    }

    /** Waits for a change, at most for a while. */
    void await(Duration longest) throws InterruptedException {
        if (service.isEmpty()) {
            register();
        }
        if (service.isEmpty()) {
            Thread.sleep(longest.toMillis());
            return;
        }
        WatchKey key = service.get().poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                // The folder itself was replaced: the next one is registered when it is waited for again.
                close();
            }
        }
    }

    private void register() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            WatchService made = folder.getFileSystem().newWatchService();
            service = Optional.of(made);
            folder.register(
                    made,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException | UnsupportedOperationException unwatchable) {
            LOGGER.debug("The folder {} cannot be watched, so it is only looked at from time to time", folder);
            close();
        }
    }

    @Override
    public void close() {
        service.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException failed) {
                LOGGER.debug("The watch of {} was not closed", folder, failed);
            }
        });
        service = Optional.empty();
    }
}
