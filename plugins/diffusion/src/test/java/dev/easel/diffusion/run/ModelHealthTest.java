package dev.easel.diffusion.run;

import dev.easel.api.provider.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When a model's directory is read, and how long it is remembered what was found. */
class ModelHealthTest {
    /** Any; nobody looks into it. */
    private static final PreparedModel MODEL = ZooModels.prepared("turbo");

    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private Optional<String> fault = Optional.empty();
    private int readings;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(folder.resolve("model_index.json"), "{}");
        Files.createDirectory(folder.resolve("unet"));
        Files.write(folder.resolve("unet/model.onnx"), new byte[100]);
        Files.write(folder.resolve("unet/weights.pb"), new byte[2000]);
    }

    @Test
    void aModelIsReadWhenItIsFirstAskedForAndNotAgain() {
        ModelHealth health = health();
        assertEquals(0, readings);
        assertTrue(health.readiness().isReady());
        assertTrue(health.readiness().isReady());
        assertEquals(1, readings);
    }

    @Test
    void everyReasonIsTold() {
        ModelHealth health = new ModelHealth(
                folder, () -> new Preparation.Faulty(List.of("One is missing.", "Another is broken.")), clock);
        assertEquals(Readiness.notReady("One is missing.", "Another is broken."), health.readiness());
    }

    @Test
    void aModelIsReadAgainWhenAFileHasAnotherSize() throws IOException {
        fault = Optional.of("The weights are cut short.");
        ModelHealth health = health();
        assertEquals(Readiness.notReady("The weights are cut short."), health.readiness());
        fault = Optional.empty();
        assertFalse(health.readiness().isReady(), "nothing has changed yet");
        Files.write(folder.resolve("unet/weights.pb"), new byte[3000]);
        assertTrue(health.readiness().isReady());
        assertEquals(2, readings);
    }

    @Test
    void aModelIsReadAgainWhenAFileHasAnotherTime() throws IOException {
        ModelHealth health = health();
        health.readiness();
        Files.setLastModifiedTime(folder.resolve("unet/model.onnx"), FileTime.fromMillis(1_000_000_000_000L));
        health.readiness();
        assertEquals(2, readings);
    }

    @Test
    void aModelIsReadAgainWhenAFileComesOrGoes() throws IOException {
        ModelHealth health = health();
        health.readiness();
        Files.createDirectory(folder.resolve("vae_decoder"));
        Files.write(folder.resolve("vae_decoder/model.onnx"), new byte[4]);
        health.readiness();
        assertEquals(2, readings);
        Files.delete(folder.resolve("vae_decoder/model.onnx"));
        health.readiness();
        assertEquals(3, readings);
    }

    @Test
    void otherFilesAreOfNoMatter() throws IOException {
        ModelHealth health = health();
        health.readiness();
        Files.createDirectory(folder.resolve("pictures"));
        Files.write(folder.resolve("pictures/example.png"), new byte[4]);
        health.readiness();
        assertEquals(1, readings);
    }

    @Test
    void whatTheRuntimeSaysHoldsUntilTheFilesChange() throws IOException {
        ModelHealth health = health();
        health.readiness();
        health.cannotLoad("CUDA is not there.");
        clock.pass(Duration.ofDays(1));
        assertEquals(Readiness.notReady("CUDA is not there."), health.readiness());
        Files.write(folder.resolve("unet/model.onnx"), new byte[120]);
        assertTrue(health.readiness().isReady());
    }

    @Test
    void aLackOfMemoryHoldsLongerAndLonger() {
        ModelHealth health = health();
        health.readiness();
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            health.lacksMemory("There is no memory.");
            clock.pass(Duration.ofMinutes(minutes).minusSeconds(1));
            assertEquals(Readiness.notReady("There is no memory."), health.readiness(), minutes + " minutes");
            clock.pass(Duration.ofSeconds(1));
            assertTrue(health.readiness().isReady(), minutes + " minutes");
        }
    }

    @Test
    void aRunThatSucceedsMakesUpForALackOfMemory() {
        ModelHealth health = health();
        health.readiness();
        health.lacksMemory("There is no memory.");
        clock.pass(Duration.ofMinutes(1));
        health.readiness();
        health.works();
        health.lacksMemory("There is no memory.");
        clock.pass(Duration.ofMinutes(1));
        assertTrue(health.readiness().isReady());
    }

    @Test
    void theSizeOfAPartIsThatOfAllItsFiles() {
        FolderState files = FolderState.of(folder);
        assertEquals(2100, files.bytesOf("unet"));
        assertEquals(0, files.bytesOf("text_encoder"));
    }

    @Test
    void whatWasFoundCanBeHadWithoutLooking() {
        ModelHealth health = health();
        assertEquals(Optional.empty(), health.latest());
        health.readiness();
        assertEquals(
                Optional.of(new ModelHealth.Seen(FolderState.of(folder), new Preparation.Ready(MODEL))),
                health.latest());
        assertEquals(1, readings);
    }

    private ModelHealth health() {
        return new ModelHealth(folder, this::prepare, clock);
    }

    private Preparation prepare() {
        readings++;
        return fault.<Preparation>map(text -> new Preparation.Faulty(List.of(text)))
                .orElseGet(() -> new Preparation.Ready(MODEL));
    }
}
