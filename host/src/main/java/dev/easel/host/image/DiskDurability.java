package dev.easel.host.image;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import static java.nio.file.StandardOpenOption.READ;

/** Durability by {@code fsync}; folders are synced on POSIX file systems, Windows opens none. */
final class DiskDurability implements Durability {

    @Override
    public void syncFile(FileChannel file) throws IOException {
        file.force(true);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException e) {
            throw ImageFiles.failure("sync", folder, e);
        }
    }

    @Override
    public void renameFolder(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
