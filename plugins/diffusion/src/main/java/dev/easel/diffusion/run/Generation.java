package dev.easel.diffusion.run;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.pipeline.PipelineListener;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.png.Parameters;
import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.png.PngText;
import dev.easel.diffusion.png.PngWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;

/** One run: each picture goes into its sink as soon as it is there. For use by one thread. */
final class Generation implements PipelineListener {
    /** Seeds are whole numbers of 32 bits without a sign, in a circle. */
    private static final long SEEDS = 1L << 32;

    private final LocalModel local;
    private final PreparedModel prepared;
    private final GenerationRequest request;
    private final List<ImageSink> sinks;
    private final long firstSeed;

    /**
     * Makes one.
     *
     * @param firstSeed the seed of the task's first image; the others' are counted on from it
     */
    Generation(
            LocalModel local,
            PreparedModel prepared,
            GenerationRequest request,
            List<ImageSink> sinks,
            long firstSeed) {
        this.local = local;
        this.prepared = prepared;
        this.request = request;
        this.sinks = sinks;
        this.firstSeed = firstSeed;
    }

    void run(PictureMaker maker) throws IOException {
        List<Long> seeds = sinks.stream().map(this::seed).toList();
        maker.generate(prepared.recipeFor(request.prompt()), seeds, request.cancellation(), this);
    }

    @Override
    public void progressed(double fraction) {
        request.progress(fraction);
    }

    @Override
    public void promptCut(int tokens) {
        logger().warn(
                        "A prompt is too long, its last {} tokens are left out; {} = windows takes them all",
                        tokens,
                        local.configuration().key("long-prompts"));
    }

    @Override
    public void made(int index, Picture picture, boolean flagged) throws IOException {
        ImageSink sink = sinks.get(index);
        if (flagged) {
            logger().warn("The safety checker flagged image {} of a task; it is black", sink.index());
        }
        try (OutputStream out = sink.openStream()) {
            new PngWriter(out).write(picture, texts(sink));
        }
    }

    private List<PngText> texts(ImageSink sink) {
        ModelConfiguration configuration = local.configuration();
        if (!configuration.pictures().metadata()) {
            return List.of();
        }
        Recipe recipe = prepared.recipeFor(request.prompt());
        return List.of(new Parameters(
                        recipe.prompt(),
                        recipe.negativePrompt(),
                        recipe.steps(),
                        prepared.schedulerName(),
                        recipe.guidance(),
                        seed(sink),
                        recipe.width(),
                        recipe.height(),
                        Objects.toString(configuration.folder().getFileName(), configuration.name()))
                .text());
    }

    private long seed(ImageSink sink) {
        return (firstSeed + sink.index()) % SEEDS;
    }

    private Logger logger() {
        return local.surroundings().logger();
    }
}
