package dev.easel.diffusion.run;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.pipeline.Pipeline;
import dev.easel.diffusion.pipeline.PipelineListener;
import dev.easel.diffusion.pipeline.PipelineSettings;
import dev.easel.diffusion.pipeline.Recipe;
import java.io.IOException;
import java.util.List;

/**
 * Makes pictures with ONNX Runtime.
 *
 * @param pipeline does it
 */
public record PipelineMaker(Pipeline pipeline) implements PictureMaker {

    /**
     * Opens a pipeline.
     *
     * @param model the model
     * @param settings how it works
     * @return a maker that loads graphs when they are needed
     */
    public static PictureMaker open(PreparedModel model, PipelineSettings settings) {
        return new PipelineMaker(new Pipeline(model.model(), model.scheduler(), settings));
    }

    @Override
    public void generate(Recipe recipe, List<Long> seeds, Cancellation cancellation, PipelineListener listener)
            throws IOException {
        pipeline.generate(recipe, seeds, cancellation, listener);
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
