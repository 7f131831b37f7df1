package dev.easel.diffusion.benchmark;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.pipeline.Pipeline;
import dev.easel.diffusion.pipeline.PipelineListener;
import dev.easel.diffusion.pipeline.PipelineSettings;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.scheduler.Schedulers;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was measured.
 *
 * @param loadSeconds until all graphs were loaded
 * @param wholeSeconds for the pictures, without loading
 * @param runtimeSeconds of these, inside the runtime's own calls
 * @param unetSeconds of these, inside the UNet's
 * @param stepSeconds the fastest call of the UNet, for one image
 * @param peakMegabytes the most that was in memory
 */
record Measurement(
        double loadSeconds,
        double wholeSeconds,
        double runtimeSeconds,
        double unetSeconds,
        double stepSeconds,
        long peakMegabytes) {
    private static final double NANOSECONDS = 1e9;

    /** Loads the model, makes pictures once to warm up with {@code warmUp} and once with {@code recipe}, timed. */
    static Measurement of(DiffusionModel model, Variant variant, Recipe warmUp, Recipe recipe) throws IOException {
        ResidentMemory.forgetPeak();
        TimedGraphs graphs = new TimedGraphs(new Sessions(variant.sessions()));
        PipelineSettings settings = new PipelineSettings(variant.sessions(), LongPrompt.CUT, Long.MAX_VALUE, false);
        long begin = System.nanoTime();
        try (Pipeline pipeline = new Pipeline(model, Schedulers.of(model.scheduler()), settings, graphs)) {
            pipeline.load();
            long loaded = System.nanoTime();
            generate(pipeline, warmUp, variant.images());
            graphs.forget();
            long warm = System.nanoTime();
            generate(pipeline, recipe, variant.images());
            long whole = System.nanoTime() - warm;
            return new Measurement(
                    (loaded - begin) / NANOSECONDS,
                    whole / NANOSECONDS,
                    graphs.all() / NANOSECONDS,
                    graphs.unet().stream().mapToLong(Long::longValue).sum() / NANOSECONDS,
                    Collections.min(graphs.unet()) / NANOSECONDS / variant.images(),
                    ResidentMemory.peakMegabytes());
        }
    }

    private static void generate(Pipeline pipeline, Recipe recipe, int images) throws IOException {
        List<Long> seeds = LongStream.range(0, images).boxed().toList();
        pipeline.generate(recipe, seeds, Cancellation.never(), new NoListener());
    }

    /** Returns how much longer it took than the runtime's calls alone. */
    double overhead() {
        return wholeSeconds / runtimeSeconds;
    }

    private static final class NoListener implements PipelineListener {
        @Override
        public void progressed(double fraction) {}

        @Override
        public void promptCut(int tokens) {}

        @Override
        public void made(int index, Picture picture, boolean flagged) {}
    }
}
