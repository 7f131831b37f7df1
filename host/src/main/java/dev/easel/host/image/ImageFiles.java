package dev.easel.host.image;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What the store asks of the file system beside reading and writing. */
final class ImageFiles {

    /** A writer that is being deleted adds at most one file for each of its sinks and then its folder is gone. */
    private static final int DELETE_ATTEMPTS = 100;

    private ImageFiles() {}

    /** Names the path, which the messages of many {@link IOException}s leave out. */
    static IOException failure(String verb, Path path, IOException cause) {
        return new IOException("Cannot " + verb + " " + path + ": " + cause, cause);
    }

    /** Makes a folder and those above it that are missing, each durably. */
    static void createDurably(Path folder, Durability durability) throws IOException {
        Path parent = folder.getParent();
        if (parent == null || Files.isDirectory(folder)) {
            return;
        }
        createDurably(parent, durability);
        Files.createDirectories(folder);
        durability.syncFolder(parent);
    }

    /**
     * Deletes a folder and all it holds, while others may delete or write there too.
     *
     * @throws IOException if something could not be deleted; names the path
     */
    static void deleteRecursively(Path folder) throws IOException {
        for (int i = 0; i < DELETE_ATTEMPTS; i++) {
            // Who makes the folder anew once it was seen to be gone began after this deletion.
            if (Files.notExists(folder)) {
                return;
            }
            visit(folder);
        }
        throw new IOException("Cannot delete " + folder + ": files are being added to it");
    }

    private static void visit(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            throw failure("delete", folder, e);
        }
    }

    /** Deletes a folder that may be gone or hold other attempts, which stay. */
    static void deleteIfEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Another attempt has images here.
        }
    }

    /** Deletes what it finds, and leaves folders to which somebody adds for the next visit. */
    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return continueIfGone(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                return continueIfGone(failure);
            }
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException addedMeanwhile) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        private static FileVisitResult continueIfGone(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
