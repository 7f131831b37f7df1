package dev.easel.diffusion.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The runtime's libraries leave no files behind, however the process ends. */
class NativeLibrariesTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void onceLoadedTheyAreInMemoryAndOnNoDisk() throws IOException {
        OnnxRuntimeAccess.environment();
        List<String> loaded = Files.readAllLines(Path.of("/proc/self/maps")).stream()
                .filter(line -> line.contains("libonnxruntime"))
                .map(line -> line.substring(line.indexOf('/')))
                .distinct()
                .toList();
        assertEquals(2, loaded.size(), loaded::toString);
        for (String file : loaded) {
            assertTrue(file.contains("easel-onnxruntime-") && file.endsWith(" (deleted)"), file);
            assertFalse(Files.exists(Path.of(file.replace(" (deleted)", "")).getParent()), file);
        }
        assertNull(System.getProperty(NativeLibraries.FOLDER), "what was set for loading only");
    }
}
