package dev.easel.host.provider.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param size in bytes
 * @param modified when it was last written
 * @param file which file it is, where the file system tells: a file that another took the place of may be as long and
 *     as old
 */
public record JarFingerprint(long size, Instant modified, String file) {

    static JarFingerprint of(Path jar) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
        return new JarFingerprint(
                attributes.size(), attributes.lastModifiedTime().toInstant(), String.valueOf(attributes.fileKey()));
    }
}
