package dev.easel.diffusion.run;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.ElementType;
import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.pipeline.Recipe;
import java.time.Duration;

/**
 * How long pictures may take, from how much there is to compute.
 *
 * <p>Stable Diffusion 1.5 sets the scale: for 512 × 512 pixels a call of its UNet of 860 million parameters takes about
 * 0.8 · 10¹² operations, and its decoder of 50 million about 2.5 · 10¹². Both grow with the number of parameters and
 * with the number of pixels.
 */
final class RuntimeGuess {
    /** Operations for each parameter and each element of a latent's plane. */
    private static final double UNET = 0.8e12 / (860e6 * 64 * 64);

    private static final double DECODER = 2.5e12 / (50e6 * 64 * 64);
    /** A core of a processor that is neither new nor old. */
    private static final double OPERATIONS_PER_SECOND = 25e9;
    /** From a disk to memory, rewritten for this processor. */
    private static final double BYTES_LOADED_PER_SECOND = 200e6;

    /** For the runtime's own library, which the first model loads. */
    private static final double SECONDS_FOR_THE_RUNTIME = 1;
    /** What the operations of a call take whatever the size. */
    private static final double SECONDS_PER_CALL = 0.015;

    private final PreparedModel prepared;
    private final FolderState files;
    private final int threads;

    RuntimeGuess(PreparedModel prepared, FolderState files, int threads) {
        this.prepared = prepared;
        this.files = files;
        this.threads = threads;
    }

    /** Returns the time for loading everything and making some images. */
    Duration cold(int images) {
        long bytes = files.bytesOf("unet")
                + files.bytesOf("vae_decoder")
                + files.bytesOf("text_encoder")
                + files.bytesOf("text_encoder_2");
        return seconds(SECONDS_FOR_THE_RUNTIME + bytes / BYTES_LOADED_PER_SECOND)
                .plus(warm(images));
    }

    /** Returns the time for making some images when everything is loaded. */
    Duration warm(int images) {
        Recipe recipe = prepared.recipe();
        DiffusionModel model = prepared.model();
        int magnification = model.decoder().magnification();
        double elements = (double) recipe.width() * recipe.height() / (magnification * magnification);
        boolean isGuided = recipe.guidance() > 1 && model.unet().guidance().isEmpty();
        int calls = prepared.scheduler().plan(recipe.steps()).calls() * (isGuided ? 2 : 1);
        double denoising = UNET * parameters("unet", model.unet().sample()) * elements * calls;
        double decoding = DECODER * parameters("vae_decoder", model.decoder().latent()) * elements;
        double computing = (denoising + decoding) / (OPERATIONS_PER_SECOND * threads);
        return seconds(computing + SECONDS_PER_CALL * (calls + 1)).multipliedBy(images);
    }

    private double parameters(String part, TensorSpec input) {
        return files.bytesOf(part) / (input.type() == ElementType.FLOAT16 ? 2.0 : 4.0);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
