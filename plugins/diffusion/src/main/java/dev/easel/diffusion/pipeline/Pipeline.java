package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.scheduler.Scheduler;
import java.io.IOException;
import java.util.List;

/**
 * Makes pictures with a model; safe for use by several threads.
 *
 * <p>Nothing is loaded until it is needed, and then it stays until the pipeline is closed.
 */
public final class Pipeline implements AutoCloseable {

    /**
     * Makes a pipeline; nothing is loaded yet.
     *
     * @param model what its directory holds
     * @param scheduler how noise becomes an image
     * @param settings how it works
     */
    public Pipeline(DiffusionModel model, Scheduler scheduler, PipelineSettings settings) {}

    /**
     * Loads everything, to find out whether that works and to be faster afterwards.
     *
     * @throws dev.easel.diffusion.onnx.OnnxException if the device can't be had, a graph can't be loaded or memory is
     *     too small
     */
    public void load() {}

    /**
     * Makes pictures.
     *
     * @param recipe how
     * @param seeds the seed of each; picture i depends on the recipe and seed i alone
     * @param cancellation ends the work
     * @param listener gets the pictures, in any order, and hears of progress
     * @throws IOException if the listener can't store a picture
     * @throws IllegalArgumentException if the model can't make pictures of this size or with this many steps; says what
     *     it can
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     * @throws dev.easel.diffusion.onnx.OnnxException if the runtime can't do it
     */
    public void generate(Recipe recipe, List<Long> seeds, Cancellation cancellation, PipelineListener listener)
            throws IOException {}

    /** Waits for pictures that are being made, and frees what was loaded; closing again does nothing. */
    @Override
    public void close() {}
}
