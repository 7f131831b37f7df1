package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ProgressTest {
    private static final Recipe RECIPE = new Recipe("a", "", 2, 1, 64, 64);

    @Test
    void everyCallOfAModelIsProgress() throws IOException {
        Album album = new Album();
        try (Pipeline pipeline = Models.pipeline("turbo")) {
            pipeline.generate(RECIPE, List.of(1L, 2L), Cancellation.never(), album);
        }
        // One call of the text encoder, two of the UNet for both images, two of the decoder.
        assertEquals(List.of(1 / 7.0, 3 / 7.0, 5 / 7.0, 6 / 7.0, 1.0), album.progress);
    }

    @Test
    void aCancelledRunEndsAfterThePresentCall() throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        SwitchedCancellation cancellation = new SwitchedCancellation();
        Album album = new Album() {
            @Override
            public void progressed(double fraction) {
                super.progressed(fraction);
                if (progress.size() == 3) {
                    cancellation.cancel();
                }
            }
        };
        Recipe many = new Recipe("a", "", 50, 1, 64, 64);
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            assertThrows(CancellationException.class, () -> pipeline.generate(many, List.of(1L), cancellation, album));
            assertEquals(2, graphs.rows.size());
            assertEquals(0, cancellation.registered());
            pipeline.generate(RECIPE, List.of(1L), Cancellation.never(), album);
        }
        assertEquals(1, album.pictures.size());
    }

    @Test
    void aRunThatIsCancelledBeforeItBeginsLoadsNothing() {
        SwitchedCancellation cancellation = new SwitchedCancellation();
        cancellation.cancel();
        RecordingGraphs graphs = new RecordingGraphs();
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            assertThrows(
                    CancellationException.class,
                    () -> pipeline.generate(RECIPE, List.of(1L), cancellation, new Album()));
        }
        assertEquals(List.of(), graphs.opened);
    }

    @Test
    void aListenerThatCannotStoreEndsTheRun() {
        Album album = new Album() {
            @Override
            public void made(int index, Picture picture, boolean flagged) throws IOException {
                throw new IOException("disk full");
            }
        };
        try (Pipeline pipeline = Models.pipeline("turbo")) {
            IOException failed = assertThrows(
                    IOException.class, () -> pipeline.generate(RECIPE, List.of(1L), Cancellation.never(), album));
            assertEquals("disk full", failed.getMessage());
        }
    }

    @Test
    void closingWaitsForPicturesThatAreBeingMade() throws Exception {
        Pipeline pipeline = Models.pipeline("sd15");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        SwitchedCancellation cancellation = new SwitchedCancellation();
        try {
            Future<?> run = executor.submit(() -> {
                pipeline.generate(new Recipe("a", "", 900, 1, 64, 64), List.of(1L), cancellation, new Album());
                return null;
            });
            await().until(() -> cancellation.registered() == 1);
            cancellation.cancel();
            pipeline.close();
            Exception ended = assertThrows(Exception.class, run::get);
            assertInstanceOf(CancellationException.class, ended.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aLongPromptIsCutAndTold() throws IOException {
        Album album = new Album();
        RecordingGraphs graphs = new RecordingGraphs();
        PipelineSettings settings = new PipelineSettings(Models.SESSIONS, LongPrompt.CUT, Long.MAX_VALUE, false);
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), settings, graphs)) {
            pipeline.generate(longPrompt(), List.of(1L), Cancellation.never(), album);
        }
        assertEquals(1, album.cuts.size());
        assertEquals(List.of(77), graphs.textLengths);
    }

    @Test
    void aLongPromptIsReadInWindowsAndItsNegativeHasAsMany() throws IOException {
        Album album = new Album();
        RecordingGraphs graphs = new RecordingGraphs();
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            pipeline.generate(longPrompt(), List.of(1L), Cancellation.never(), album);
        }
        assertEquals(List.of(), album.cuts);
        assertEquals(List.of(154), graphs.textLengths);
    }

    private static Recipe longPrompt() {
        return new Recipe("q ".repeat(100), "x", 1, 3, 64, 64);
    }
}
