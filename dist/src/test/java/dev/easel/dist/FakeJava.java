package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A folder that looks like that of a Java; its {@code java} prints its arguments, one a line. */
final class FakeJava {

    private FakeJava() {}

    static Path of(String version, Path folder) throws IOException {
        script(Files.createDirectories(folder.resolve("bin")).resolve("java"), "printf '%s\\n' \"$@\"");
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    static Path script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
