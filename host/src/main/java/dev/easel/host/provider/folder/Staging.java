package dev.easel.host.provider.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the jars that are loaded: copies that nobody overwrites, each named by the SHA-256 of its content.
 *
 * <p>Belongs to one running host. Safe for use by several threads.
 */
public final class Staging {
    private static final Logger LOGGER = LoggerFactory.getLogger(Staging.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path folder;
    private final Map<String, Integer> holds = new HashMap<>();

    /**
     * Names the folder.
     *
     * @param folder made when it is needed
     */
    public Staging(Path folder) {
        this.folder = folder;
    }

    /** Deletes what nothing uses, as an earlier process may have left it. */
    public synchronized void clean() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!holds.containsKey(String.valueOf(file.getFileName()).replace(".jar", ""))) {
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            LOGGER.warn("Old copies of plugin jars in {} were not deleted: {}", folder, failed.toString());
        }
    }

    /**
     * Copies a jar.
     *
     * @param jar the original, of which nothing is needed afterwards
     * @return the copy, to be closed
     * @throws IOException if the jar cannot be read or is written to meanwhile, or the copy cannot be written
     */
    public StagedJar copy(Path jar) throws IOException {
        if (!Files.isRegularFile(jar)) {
            // Reading a pipe would wait for ever.
            throw new IOException("it is no regular file");
        }
        makeFolder();
        Path unfinished = Files.createTempFile(folder, "copying", ".tmp");
        try {
            JarFingerprint before = JarFingerprint.of(jar);
            String sha256 = copy(jar, unfinished);
            if (!JarFingerprint.of(jar).equals(before)) {
                throw new IOException("it was written to meanwhile and will be looked at again");
            }
            synchronized (this) {
                if (!holds.containsKey(sha256)) {
                    Files.move(unfinished, pathOf(sha256), StandardCopyOption.REPLACE_EXISTING);
                }
                return hold(sha256);
            }
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    synchronized StagedJar hold(String sha256) {
        holds.merge(sha256, 1, Integer::sum);
        return new StagedJar(this, pathOf(sha256), sha256);
    }

    synchronized void letGo(String sha256) {
        if (holds.merge(sha256, -1, Integer::sum) > 0) {
            return;
        }
        holds.remove(sha256);
        try {
            Files.deleteIfExists(pathOf(sha256));
        } catch (IOException failed) {
            LOGGER.warn("{} was not deleted and is left until the next start: {}", pathOf(sha256), failed.toString());
        }
    }

    private Path pathOf(String sha256) {
        return folder.resolve(sha256 + ".jar");
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
    }

    private static String copy(Path jar, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(jar);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
