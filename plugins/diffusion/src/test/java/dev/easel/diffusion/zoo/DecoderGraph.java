package dev.easel.diffusion.zoo;

import java.util.List;

/** A tiny decoder from latents to pictures, with the input and output of the export of {@code AutoencoderKL}. */
final class DecoderGraph {
    /** How many pixels high and wide an element of a latent becomes. */
    static final int MAGNIFICATION = 8;

    private static final int HIDDEN = 8;
    /** Latents are divided by about 0.18 before they are decoded, and so have a deviation of about 5.5. */
    private static final double INPUT_SCALE = 0.18;

    private DecoderGraph() {}

    /**
     * Builds the net.
     *
     * @param types those of the UNet, whose latents it takes
     * @param channels how many a latent has
     * @param seed other seeds give other weights
     */
    static Graph of(UnetDesign.Types types, int channels, long seed) {
        DataType floats = types.floats();
        GraphBuilder graph = new GraphBuilder(floats);
        Layers layers = new Layers(graph, seed);
        String latent = graph.input(
                "latent_sample", floats, types.batch(), types.channels(channels), "height_latent", "width_latent");
        String scaled = graph.node("Mul", List.of(latent, graph.scalar(INPUT_SCALE)));
        Feature hidden = layers.silu(layers.conv("conv_in", new Feature(scaled, channels), HIDDEN, 3, 1));
        Feature pixels = layers.conv("conv_out", hidden, 3 * MAGNIFICATION * MAGNIFICATION, 1, 1);
        String picture = graph.node("DepthToSpace", List.of(pixels.value()), Attribute.of("blocksize", MAGNIFICATION));
        String bounded = graph.node("Tanh", List.of(picture));
        graph.output(bounded, "sample", floats, types.batch(), "3", "height", "width");
        return graph.build();
    }
}
