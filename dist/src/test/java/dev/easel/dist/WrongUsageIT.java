package dev.easel.dist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Wrong usage and wrong configuration end with status 2 and name every fault. */
class WrongUsageIT {
    @TempDir
    private Path folder;

    @Test
    void everyFaultOfFileEnvironmentAndOptionsIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("easel.conf"), "max-images = many\nretentoin = 7d\n");
        EaselCommand.Result result = EaselCommand.host(folder.resolve("data"), "--config", file.toString())
                .and("--bind", "0.0.0.0")
                .with("EASEL_RETRY_FOR", "soon")
                .with("EASEL_PROT", "80")
                .run();
        assertEquals(2, result.status());
        assertEquals(List.of(), result.out(), "stdout");
        assertTrue(result.errMentions("max-images", "many"), () -> "stderr " + result.err());
        assertTrue(result.errMentions("retentoin", "retention"), () -> "stderr " + result.err());
        assertTrue(result.errMentions("EASEL_RETRY_FOR", "soon"), () -> "stderr " + result.err());
        assertTrue(result.errMentions("EASEL_PROT", "EASEL_PORT"), () -> "stderr " + result.err());
        assertTrue(result.err().size() >= 4, () -> "one line a fault: " + result.err());
        assertFalse(Files.exists(folder.resolve("data/easel.mv.db")), "nothing was started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"frobnicate", "serve --prot 80", "generate", "task show", "--port=http"})
    void aWrongCommandLineEndsWithStatusTwo(String line) throws Exception {
        EaselCommand.Result result = EaselCommand.easel(line.split(" ", -1))
                .with("EASEL_DATA", folder.resolve("data").toString())
                .run();
        assertEquals(2, result.status(), () -> "exit status; stderr " + result.err());
        assertFalse(result.err().isEmpty(), "stderr");
        assertEquals(List.of(), result.out(), "stdout");
    }
}
