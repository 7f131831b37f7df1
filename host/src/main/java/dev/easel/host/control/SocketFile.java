package dev.easel.host.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The socket's file in the data folder. */
record SocketFile(Path path) {
    /** Linux holds 108 bytes with a closing zero, the BSDs 104. */
    private static final int LONGEST_PATH = 103;

    static SocketFile in(Path data) {
        return new SocketFile(data.resolve("easel.sock"));
    }

    boolean isTooLong() {
        return path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH;
    }

    UnixDomainSocketAddress address() {
        return UnixDomainSocketAddress.of(path);
    }

    /**
     * Binds a socket that only the owner can connect to, in place of one that a killed host left.
     *
     * <p>It is bound in a folder that nobody else can enter and moved when its permissions are set, so that there is no
     * moment in which others could connect.
     */
    ServerSocketChannel bind() throws IOException {
        if (isTooLong()) {
            throw new IOException("the path " + path + " is longer than the " + LONGEST_PATH
                    + " bytes that a Unix socket may have; choose a shorter data folder");
        }
        Path folder = path.resolveSibling(".sock");
        SocketFile hidden = new SocketFile(folder.resolve("s"));
        Files.deleteIfExists(hidden.path);
        Files.deleteIfExists(folder);
        Files.createDirectory(folder, ownerOnly("rwx------"));
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(hidden.address());
            hidden.restrictToOwner();
            Files.move(hidden.path, path, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(folder);
            return channel;
        } catch (IOException unusable) {
            channel.close();
            throw unusable;
        }
    }

    private void restrictToOwner() throws IOException {
        if (hasPosixPermissions()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return hasPosixPermissions()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private boolean hasPosixPermissions() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
