package dev.easel.host.image;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder of one attempt: first a part of its own, then, published, the attempt's; not safe for several threads. */
final class AttemptFolder {

    private static final int MOST_TRIES = 100;

    private final Path published;
    private final Durability durability;
    private Path current;

    private AttemptFolder(Path part, Path published, Durability durability) {
        this.current = part;
        this.published = published;
        this.durability = durability;
    }

    /** Makes an empty part, having deleted what an earlier use of the same number left. */
    static AttemptFolder create(ImageLayout layout, long taskId, int attempt, Durability durability)
            throws IOException {
        Path task = layout.task(taskId);
        Path part = layout.newPart(taskId, attempt);
        try {
            deleteAll(task, attempt);
            createPart(task, part);
        } catch (IOException e) {
            throw ImageFiles.failure("prepare", part, e);
        }
        return new AttemptFolder(part, layout.attempt(taskId, attempt), durability);
    }

    /** Whoever sweeps up what an earlier attempt left deletes the task's folder too if it was the last in it. */
    private static void createPart(Path task, Path part) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.createDirectories(task);
                Files.createDirectory(part);
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException swept) {
                if (tries == MOST_TRIES) {
                    throw swept;
                }
            }
        }
    }

    /** Deletes an attempt, published or not, and whoever's; does nothing if there is none. */
    static void deleteAll(Path task, int attempt) throws IOException {
        try (DirectoryStream<Path> leftovers =
                Files.newDirectoryStream(task, path -> ImageLayout.belongsTo(attempt, path))) {
            for (Path leftover : leftovers) {
                ImageFiles.deleteRecursively(leftover);
            }
        } catch (NoSuchFileException gone) {
            // The whole task was deleted.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Returns the path of one image's file. */
    Path image(int index) {
        return current.resolve(Integer.toString(index));
    }

    /**
     * Gives the folder its published name, durably; its files must be synced and closed before.
     *
     * <p>The folders above may have been made for this attempt, so their entries are synced too.
     */
    void publish() throws IOException {
        durability.syncFolder(current);
        rename();
        Path task = parentOf(published);
        Path shard = parentOf(task);
        durability.syncFolder(task);
        durability.syncFolder(shard);
        durability.syncFolder(parentOf(shard));
    }

    private void rename() throws IOException {
        try {
            durability.renameFolder(current, published);
        } catch (IOException e) {
            throw ImageFiles.failure("publish " + current + " as", published, e);
        }
        current = published;
    }

    void delete() throws IOException {
        ImageFiles.deleteRecursively(current);
    }

    private static Path parentOf(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("No folder holds " + path);
        }
        return parent;
    }
}
