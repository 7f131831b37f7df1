package dev.easel.diffusion.model;

/**
 * The graph that turns a latent into a picture.
 *
 * @param graph the graph
 * @param latent the input for the latent, of shape (batch, channels, height, width)
 * @param picture the output, of shape (batch, 3, height, width), from −1 to 1
 * @param scalingFactor what a latent is divided by before it is decoded
 * @param shiftFactor what is added to it after that, mostly 0
 * @param magnification how many pixels high and wide one element of a latent becomes, mostly 8
 */
public record ImageDecoder(
        OnnxGraph graph,
        TensorSpec latent,
        TensorSpec picture,
        double scalingFactor,
        double shiftFactor,
        int magnification) {}
