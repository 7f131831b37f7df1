package dev.easel.dist;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where the files are that the tests run and compare; the build says it by system properties. */
final class Distribution {

    private Distribution() {}

    /** Returns the unpacked distribution. */
    static Path home() {
        return folder("distribution");
    }

    static Path launcher() {
        return home().resolve("bin/easel");
    }

    /** Returns the root of the sources. */
    static Path checkout() {
        return folder("checkout");
    }

    /** Returns the one file of a folder whose name has this shape. */
    static Path only(Path folder, String glob) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, glob)) {
            found.forEach(files::add);
        }
        if (files.size() != 1) {
            throw new AssertionError(folder + " should hold one file like " + glob + ", and holds " + files);
        }
        return files.get(0);
    }

    private static Path folder(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), property + " is not set"))
                .toAbsolutePath()
                .normalize();
    }
}
