package dev.easel.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
final class StopSignalTest {
    private final Path folder;

    StopSignalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void sigtermStopsGracefullyWithStatusZero() throws Exception {
        Process process = serve("8080");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("Easel is ready: http://127.0.0.1:8080", out.readLine());
            process.toHandle().destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
            assertNull(out.readLine());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void aHostThatCannotStartEndsByItself() throws Exception {
        Process process = serve("1");
        try {
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(1, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process serve(String port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServingProcess.class.getName(),
                        folder.toString(),
                        port)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
