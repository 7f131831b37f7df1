package dev.easel.host.provider.folder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks at the folder when something changes there, and from time to time; closed once. */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final FolderSettings settings;
    private final BooleanSupplier look;
    private final Thread thread;

    /**
     * Begins to watch.
     *
     * @param folder need not exist
     * @param settings how often to look
     * @param look looks once, and tells whether to look again soon
     */
    public FolderWatch(Path folder, FolderSettings settings, BooleanSupplier look) {
        this.settings = settings;
        this.look = look;
        thread = new Thread(() -> watch(folder), "plugins-folder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends the watch; a look that is under way is interrupted. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(LAST_PATIENCE.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Path folder) {
        boolean unsettled = false;
        try (FolderEvents events = new FolderEvents(folder)) {
            while (!Thread.currentThread().isInterrupted()) {
                if (unsettled) {
                    // Copies that are under way tell of every block.
                    Thread.sleep(settings.settle().toMillis());
                } else {
                    events.await(settings.look());
                }
                unsettled = lookSafely();
            }
        } catch (InterruptedException closed) {
            LOGGER.debug("The plugins folder is not watched any more");
        }
    }

    private boolean lookSafely() {
        try {
            return look.getAsBoolean();
        } catch (RuntimeException bug) {
            LOGGER.error("The plugins folder could not be looked at; it is tried again", bug);
            return false;
        }
    }
}
