package dev.easel.diffusion.run;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.model.TextEncoder;
import dev.easel.diffusion.onnx.OnnxException;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** A configured model: whether it can be used, how long it takes, and its runs. Safe for use by several threads. */
public final class LocalModel implements AutoCloseable {
    /** Of a model that can't be used or was not read yet, so that nothing is known of it. */
    private static final Duration UNKNOWN = Duration.ofMinutes(10);
    /** As many as an article has; each makes every step slower. */
    private static final int MOST_WINDOWS = 10;

    private final ModelConfiguration configuration;
    private final Surroundings surroundings;
    private final ModelHealth health;
    private final OpenModel open;

    /**
     * Makes one; nothing is read yet.
     *
     * @param configuration what is configured
     * @param opener opens what makes pictures with a model
     * @param surroundings what is around it
     */
    public LocalModel(
            ModelConfiguration configuration, Function<PreparedModel, PictureMaker> opener, Surroundings surroundings) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        ModelPreparer preparer = new ModelPreparer(configuration);
        health = new ModelHealth(configuration.folder(), preparer::prepare, surroundings.clock());
        open = new OpenModel(opener, configuration.idle());
    }

    ModelConfiguration configuration() {
        return configuration;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /**
     * Tells whether it can be used.
     *
     * @return ready, or not ready with every reason
     */
    public Readiness readiness() {
        return health.readiness();
    }

    /**
     * Guesses how long a run takes, from what was last read of the model.
     *
     * @param images how many images, at least 1
     * @return a positive duration
     */
    public Duration expectedRuntime(int images) {
        return health.latest().map(seen -> expectedRuntime(seen, images)).orElse(UNKNOWN);
    }

    private Duration expectedRuntime(ModelHealth.Seen seen, int images) {
        if (seen.preparation() instanceof Preparation.Ready ready) {
            int threads = configuration.pipeline().sessions().threads();
            RuntimeGuess guess = new RuntimeGuess(ready.model(), seen.files(), threads);
            return open.isOpen() ? guess.warm(images) : guess.cold(images);
        }
        return UNKNOWN;
    }

    /**
     * Makes one image for each sink.
     *
     * @param request the prompt and what belongs to it
     * @param sinks take the images
     * @throws IOException if an image can't be stored
     * @throws InterruptedException if the thread is interrupted while it waits for another run
     */
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        PreparedModel prepared = prepared();
        requireFewWindows(prepared, request.prompt());
        request.cancellation().throwIfCancelled();
        long firstSeed = configuration.pictures().seed().orElseGet(surroundings.seeds());
        try {
            open.use(prepared, new Generation(this, prepared, request, sinks, firstSeed)::run);
            health.works();
        } catch (OnnxException failed) {
            throw fault(failed);
        } catch (OutOfMemoryError full) {
            throw lacksMemory("Java's heap is full (" + full.getMessage() + ")", full);
        }
    }

    private PreparedModel prepared() {
        Preparation preparation = health.preparation();
        if (preparation instanceof Preparation.Faulty faulty) {
            throw GenerationException.lacking(String.join(" ", faulty.faults()), null);
        }
        return ((Preparation.Ready) preparation).model();
    }

    private void requireFewWindows(PreparedModel prepared, String prompt) {
        if (configuration.pipeline().longPrompt() == LongPrompt.CUT) {
            return;
        }
        TextEncoder encoder = prepared.model().textEncoders().get(0);
        int windows =
                encoder.tokenizer().encode(prompt, LongPrompt.WINDOWS).windows().size();
        if (windows > MOST_WINDOWS) {
            throw GenerationException.requestAtFault(
                    "The prompt fills %d windows of %d tokens; at most %d are encoded, so shorten it."
                            .formatted(windows, encoder.tokenizer().maxLength(), MOST_WINDOWS));
        }
    }

    private GenerationException fault(OnnxException failed) {
        String reason = String.valueOf(failed.getMessage());
        return switch (failed.kind()) {
            case DEVICE, GRAPH -> {
                health.cannotLoad(reason);
                yield GenerationException.lacking(reason, failed);
            }
            case MEMORY -> lacksMemory(reason, failed);
            case RUN -> GenerationException.providerAtFault(reason, failed);
        };
    }

    private GenerationException lacksMemory(String reason, Throwable cause) {
        String advice = "Memory is too small for %s: %s. Free some, or set %s, %s or %s lower."
                .formatted(
                        configuration.folder(),
                        reason,
                        configuration.key("memory"),
                        configuration.key("width"),
                        configuration.key("height"));
        health.lacksMemory(advice);
        return GenerationException.lacking(advice, cause);
    }

    /** Drops what is in memory; the thread that watches for idle times ends. */
    @Override
    public void close() {
        open.close();
    }
}
