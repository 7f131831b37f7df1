package dev.easel.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The data folder, held by one running host at a time; the system lets go of it when the process ends. */
final class DataFolder implements AutoCloseable {
    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Makes the folder if there is none, and takes it.
     *
     * @throws EngineException if another host holds it, or it cannot be written
     */
    static DataFolder take(Path folder) throws EngineException {
        try {
            Files.createDirectories(folder);
            return take(
                    folder,
                    FileChannel.open(
                            folder.resolve("easel.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new EngineException(
                    "The data folder " + folder + " cannot be written: " + e + ". Choose another with --data.", e);
        }
    }

    private static DataFolder take(Path folder, FileChannel channel) throws IOException, EngineException {
        if (isLocked(channel)) {
            return new DataFolder(channel);
        }
        channel.close();
        throw new EngineException(
                "Another Easel runs on the data folder " + folder + ". Stop it, or choose another folder with --data.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
