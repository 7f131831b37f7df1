package dev.easel.diffusion.zoo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Writes a model whose UNet has the architecture and the size of Stable Diffusion 1.5's, 859,520,964 parameters, with
 * random weights that keep everything finite; for measuring. The text encoder and the decoder are small, with the right
 * shapes.
 */
public final class Sd15Writer {
    private static final String NAME = "sd15-size";
    private static final int LATENT_SIZE = 64;
    private static final int CONTEXT_WIDTH = 768;
    private static final double SCALING = 0.18215;

    private Sd15Writer() {}

    /**
     * Writes the model with weights and tensors of 32 bits, 3.4 GB.
     *
     * @param parent a folder, in which one for the model is made
     * @return the model's folder
     * @throws IOException if it can't be written
     */
    public static Path writeFloat32(Path parent) throws IOException {
        return write(parent, DataType.FLOAT);
    }

    /**
     * Writes the model with weights and tensors of 16 bits, 1.7 GB.
     *
     * @param parent a folder, in which one for the model is made
     * @return the model's folder
     * @throws IOException if it can't be written
     */
    public static Path writeFloat16(Path parent) throws IOException {
        return write(parent, DataType.FLOAT16);
    }

    private static Path write(Path parent, DataType floats) throws IOException {
        model(floats).write(parent);
        return parent.resolve(NAME);
    }

    private static RandomModel model(DataType floats) {
        TextEncoderDesign encoder = new TextEncoderDesign(
                TinyTokenizer.vocabulary().size(),
                CONTEXT_WIDTH,
                1,
                OptionalInt.empty(),
                false,
                DataType.INT32,
                floats);
        return new RandomModel(
                NAME,
                ModelIndexes.diffusers("PNDMScheduler"),
                Schedulers.pndm(),
                List.of(new RandomModel.Encoder(encoder, new TinyTokenizer(TinyTokenizer.END, true))),
                UnetDesign.stableDiffusion15(floats),
                LATENT_SIZE,
                Optional.of("weights.pb"),
                Configs.decoder(LATENT_SIZE * DecoderGraph.MAGNIFICATION, SCALING),
                false);
    }
}
