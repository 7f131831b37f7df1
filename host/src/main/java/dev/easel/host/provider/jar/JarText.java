package dev.easel.host.provider.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Reads small text files from jars. */
final class JarText {
    private static final int MAX_BYTES = 1 << 20;

    private JarText() {}

    /**
     * Reads an entry as UTF-8.
     *
     * @return its text; empty if there is no such entry
     * @throws IOException if the entry is damaged or longer than 1 MiB
     */
    static Optional<String> read(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is longer than " + MAX_BYTES + " bytes");
            }
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
