package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.model.SafetyChecker;
import dev.easel.diffusion.model.TextEncoder;
import dev.easel.diffusion.onnx.Graphs;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.onnx.Termination;
import dev.easel.diffusion.scheduler.Scheduler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Makes pictures with a model; safe for use by several threads.
 *
 * <p>Nothing is loaded until it is needed, and then it stays until the pipeline is closed.
 *
 * <p>The same recipe, seed, model and settings give the same picture on the same machine, whatever the number of threads.
 * What other images are made at the same time changes nothing but roundings: the runtime adds up in another order where a
 * batch is larger, so that now and then a colour differs by one of 256 levels. With memory for one image only, there are
 * no batches, and every picture is the same to the bit.
 */
public final class Pipeline implements AutoCloseable {
    private final LoadedGraphs loaded;
    private final Tools tools;
    /** Held for reading while pictures are made, since the runtime doesn't survive that a graph in use is freed. */
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * Makes a pipeline; nothing is loaded yet.
     *
     * @param model what its directory holds
     * @param scheduler how noise becomes an image
     * @param settings how it works
     */
    public Pipeline(DiffusionModel model, Scheduler scheduler, PipelineSettings settings) {
        this(model, scheduler, settings, new Sessions(settings.sessions()));
    }

    /**
     * Makes a pipeline whose graphs are loaded by something else, such as one that counts their calls.
     *
     * @param model what its directory holds
     * @param scheduler how noise becomes an image
     * @param settings how it works
     * @param graphs loads the graphs; the pipeline closes them
     */
    public Pipeline(DiffusionModel model, Scheduler scheduler, PipelineSettings settings, Graphs graphs) {
        loaded = new LoadedGraphs(graphs);
        tools = new Tools(model, scheduler, settings, new TensorMemory());
    }

    /**
     * Loads everything, to find out whether that works and to be faster afterwards.
     *
     * @throws dev.easel.diffusion.onnx.OnnxException if the device can't be had, a graph can't be loaded or memory is
     *     too small
     * @throws IllegalStateException if the pipeline is closed
     */
    public void load() {
        inUse.readLock().lock();
        try {
            requireOpen();
            neededGraphs().forEach(loaded::open);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private Stream<OnnxGraph> neededGraphs() {
        DiffusionModel model = tools.model();
        return Stream.of(
                        model.textEncoders().stream().map(TextEncoder::graph),
                        Stream.of(model.unet().graph(), model.decoder().graph()),
                        tools.safetyChecker().map(SafetyChecker::graph).stream())
                .flatMap(graphs -> graphs);
    }

    /**
     * Makes pictures.
     *
     * @param recipe how
     * @param seeds the seed of each; picture i depends on the recipe and seed i alone
     * @param cancellation ends the work
     * @param listener gets the pictures, in the order of their seeds, and hears of progress
     * @throws IOException if the listener can't store a picture
     * @throws IllegalArgumentException if the model can't make pictures of this size or with this many steps; says what
     *     it can
     * @throws IllegalStateException if the pipeline is closed
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     * @throws dev.easel.diffusion.onnx.OnnxException if the runtime can't do it
     */
    public void generate(Recipe recipe, List<Long> seeds, Cancellation cancellation, PipelineListener listener)
            throws IOException {
        inUse.readLock().lock();
        try {
            requireOpen();
            run(recipe, seeds, cancellation, listener);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private void run(Recipe recipe, List<Long> seeds, Cancellation cancellation, PipelineListener listener)
            throws IOException {
        try (Termination termination = new Termination();
                Cancellation.Registration registered = cancellation.onCancel(termination::terminate)) {
            ModelCalls calls = new ModelCalls(loaded, termination, new Meter(cancellation, listener));
            new PictureRun(tools, recipe, calls, listener).make(seeds);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the pipeline is closed");
        }
    }

    /** Waits for pictures that are being made, and frees what was loaded; closing again does nothing. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            closed = true;
            loaded.close();
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
