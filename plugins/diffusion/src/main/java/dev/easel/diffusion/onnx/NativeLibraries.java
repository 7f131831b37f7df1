package dev.easel.diffusion.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's libraries, unpacked for as long as it takes to load them.
 *
 * <p>The runtime unpacks them itself and leaves that to the end of the process to clean up, which a process that is
 * killed never comes to: every start would leave some 25 MB behind.
 */
final class NativeLibraries {
    /** Read by the runtime; set by administrators who bring a build of their own, such as one for graphics cards. */
    static final String FOLDER = "onnxruntime.native.path";

    private static final String PREFIX = "easel-onnxruntime-";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private NativeLibraries() {}

    /**
     * Has the runtime load its libraries.
     *
     * @param loading makes the runtime load them
     * @throws IOException if they can't be unpacked
     */
    static void provide(Runnable loading) throws IOException {
        if (System.getProperty(FOLDER) != null) {
            loading.run();
            return;
        }
        Path folder = Files.createTempDirectory(PREFIX);
        try {
            for (String library : LIBRARIES) {
                unpack(library, folder);
            }
            System.setProperty(FOLDER, folder.toString());
            loading.run();
        } finally {
            System.clearProperty(FOLDER);
            remove(folder);
        }
    }

    private static void unpack(String library, Path folder) throws IOException {
        try (InputStream packed = resource(library)) {
            if (packed == null) {
                throw new IOException(
                        "the plugin's jar has no library " + System.mapLibraryName(library) + " for " + platform());
            }
            Files.copy(packed, folder.resolve(System.mapLibraryName(library)));
        }
    }

    private static @Nullable InputStream resource(String library) {
        return NativeLibraries.class.getResourceAsStream(
                "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library));
    }

    /** As the runtime names systems in its jar. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
        boolean isArm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        return name + (isArm ? "-aarch64" : "-x64");
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException inUse) {
            // Windows keeps files that are loaded; there they stay in its folder for temporary files.
        }
    }
}
