package dev.easel.diffusion.run;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.pipeline.PipelineListener;
import dev.easel.diffusion.pipeline.Recipe;
import java.io.IOException;
import java.util.List;

/** What makes pictures with one model, and may hold much memory until it is closed; for use by one thread at a time. */
public interface PictureMaker extends AutoCloseable {

    /**
     * Makes pictures; see {@link dev.easel.diffusion.pipeline.Pipeline#generate}.
     *
     * @param recipe how
     * @param seeds the seed of each
     * @param cancellation ends the work
     * @param listener gets the pictures, in any order, and hears of progress
     * @throws IOException if the listener can't store a picture
     */
    void generate(Recipe recipe, List<Long> seeds, Cancellation cancellation, PipelineListener listener)
            throws IOException;

    /** Frees what was loaded. */
    @Override
    void close();
}
