package dev.easel.host.provider.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Who may write to a file, where the file system knows owners and groups. */
final class FilePermissions {
    private FilePermissions() {}

    /** Returns who besides the owner may write to a file or a folder, in words. */
    static Optional<String> writableByOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of("everybody");
            }
            return permissions.contains(PosixFilePermission.GROUP_WRITE) ? Optional.of("its group") : Optional.empty();
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
