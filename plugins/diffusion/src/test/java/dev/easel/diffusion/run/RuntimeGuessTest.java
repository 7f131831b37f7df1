package dev.easel.diffusion.run;

import dev.easel.diffusion.Settings;
import dev.easel.diffusion.run.FolderState.Mark;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How long pictures are expected to take. */
class RuntimeGuessTest {
    /** As large as the files of Stable Diffusion 1.5. */
    private static final FolderState SD15 = new FolderState(Map.of(
            "unet/model.onnx", new Mark(1_600_000, 0),
            "unet/weights.pb", new Mark(3_438_000_000L, 0),
            "vae_decoder/model.onnx", new Mark(198_000_000, 0),
            "text_encoder/model.onnx", new Mark(492_000_000, 0)));

    @Test
    void aPictureOf512PixelsTakesMinutesOnACoreAndLessOnMore() {
        Settings settings = ZooModels.settings("sd15")
                .with("default", "steps", "20")
                .with("default", "width", "256")
                .with("default", "height", "256");
        // A quarter of the pixels, so a quarter of 0.8 · 10¹² operations a call, twice 21 calls.
        Duration one = guess(settings, 1).warm(1).multipliedBy(4);
        assertTrue(one.toSeconds() > 20 * 60 && one.toSeconds() < 30 * 60, one::toString);
        Duration eight = guess(settings, 8).warm(1).multipliedBy(4);
        assertTrue(eight.toSeconds() < one.toSeconds() / 7, eight::toString);
    }

    @Test
    void everyImageTakesItsTime() {
        RuntimeGuess guess = guess(ZooModels.settings("sd15"), 4);
        assertEquals(guess.warm(1).multipliedBy(3), guess.warm(3));
    }

    @Test
    void withoutGuidanceItTakesAboutHalf() {
        Duration guided = guess(ZooModels.settings("sd15"), 1).warm(1);
        Duration plain = guess(ZooModels.settings("sd15").with("default", "guidance", "1"), 1)
                .warm(1);
        assertEquals(0.5, (double) plain.toMillis() / guided.toMillis(), 0.1);
    }

    @Test
    void fourTimesThePixelsTakeFourTimesAsLong() {
        Duration small = guess(ZooModels.settings("sd15"), 1).warm(1);
        Duration large = guess(
                        ZooModels.settings("sd15")
                                .with("default", "width", "128")
                                .with("default", "height", "128"),
                        1)
                .warm(1);
        assertEquals(4, (double) large.toMillis() / small.toMillis(), 0.1);
    }

    @Test
    void loadingGigabytesTakesTimeOnce() {
        RuntimeGuess guess = guess(ZooModels.settings("sd15"), 4);
        Duration loading = guess.cold(2).minus(guess.warm(2));
        assertTrue(loading.toSeconds() > 10 && loading.toSeconds() < 60, loading::toString);
        assertEquals(loading, guess.cold(1).minus(guess.warm(1)));
    }

    private static RuntimeGuess guess(Settings settings, int threads) {
        return new RuntimeGuess(ZooModels.prepared(settings.model("default")), SD15, threads);
    }
}
