package dev.easel.diffusion.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code vae_decoder}; for use by one thread. */
final class DecoderReader {
    private static final double USUAL_SCALING = 0.18215;
    private static final int USUAL_MAGNIFICATION = 8;
    /** Beyond it, a latent of one element is a picture of 32,768 pixels a side. */
    private static final int MOST_BLOCKS = 16;

    private final ModelFiles files;

    DecoderReader(ModelFiles files) {
        this.files = files;
    }

    /**
     * Reads it.
     *
     * @param channels how many the UNet's latents have; empty if that is not known
     * @return empty if it can't be used, which has been told
     */
    Optional<ImageDecoder> read(OptionalInt channels) {
        JsonSettings settings = files.settingsIfAny("vae_decoder/config.json");
        checkNormalisation(settings);
        return files.graph("vae_decoder").flatMap(graph -> read(graph, settings, channels));
    }

    private Optional<ImageDecoder> read(OnnxGraph graph, JsonSettings settings, OptionalInt channels) {
        GraphTensors tensors = new GraphTensors(graph, files::fault);
        Optional<TensorSpec> latent = tensors.input(TensorKind.PICTURE, "latent_sample");
        Optional<TensorSpec> picture = tensors.output(TensorKind.PICTURE, "sample");
        tensors.checkInputs();
        compare(graph, tensors.size(latent, 1, settings, "latent_channels"), channels);
        checkColours(graph, picture);
        if (latent.isEmpty() || picture.isEmpty()) {
            return Optional.empty();
        }
        double scaling = settings.number("scaling_factor", USUAL_SCALING);
        double shift = settings.number("shift_factor", 0);
        return Optional.of(
                new ImageDecoder(graph, latent.get(), picture.get(), scaling, shift, magnification(settings)));
    }

    private void compare(OnnxGraph graph, OptionalInt taken, OptionalInt made) {
        if (taken.isPresent() && made.isPresent() && taken.getAsInt() != made.getAsInt()) {
            files.fault(("%s decodes latents of %d channels, but %s makes latents of %d; these files belong to "
                            + "different models, so fetch or export the model again.")
                    .formatted(graph.file(), taken.getAsInt(), files.path("unet/model.onnx"), made.getAsInt()));
        }
    }

    private void checkColours(OnnxGraph graph, Optional<TensorSpec> picture) {
        picture.map(spec -> GraphTensors.fixed(spec, 1))
                .filter(colours -> colours.isPresent() && colours.getAsInt() != 3)
                .ifPresent(colours -> files.fault("%s makes pictures of %d channels; it must be 3. Take another model."
                        .formatted(graph.file(), colours.getAsInt())));
    }

    private void checkNormalisation(JsonSettings settings) {
        if (settings.has("latents_mean") || settings.has("latents_std")) {
            files.fault(settings.file() + " has latents_mean and latents_std, which are not understood; take a model "
                    + "that has a scaling_factor only.");
        }
    }

    /** Each block but the last doubles the size. */
    private int magnification(JsonSettings settings) {
        int blocks = settings.values().path("block_out_channels").size();
        if (blocks > MOST_BLOCKS) {
            files.fault("%s has %d block_out_channels; there can be 1 to %d. Fetch or export the model again."
                    .formatted(settings.file(), blocks, MOST_BLOCKS));
        }
        return blocks == 0 ? USUAL_MAGNIFICATION : 1 << (Math.min(blocks, MOST_BLOCKS) - 1);
    }
}
