package dev.easel.diffusion.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The graph that finds the noise in a sample.
 *
 * @param graph the graph
 * @param sample the input for the sample, of shape (batch, channels, height, width)
 * @param timestep the input for the time: a scalar, or a vector of one element or of one for each of the batch
 * @param states the input for the text encoders' states
 * @param guidance the input for the embedded guidance scale (LCM, {@code timestep_cond}); empty where there is none
 * @param pooledText the input for the pooled text (SDXL, {@code text_embeds}); empty where there is none
 * @param timeIds the input for sizes and crops (SDXL, {@code time_ids}); empty where there is none
 * @param output what it answers, of the sample's shape
 * @param channels how many channels a latent has
 * @param defaultSize the height and width of the latents that it was trained with
 * @param guidanceWidth how wide the embedded guidance scale is, {@code time_cond_proj_dim}; present if and only if
 *     {@code guidance} is
 */
public record Unet(
        OnnxGraph graph,
        TensorSpec sample,
        TensorSpec timestep,
        TensorSpec states,
        Optional<TensorSpec> guidance,
        Optional<TensorSpec> pooledText,
        Optional<TensorSpec> timeIds,
        TensorSpec output,
        int channels,
        int defaultSize,
        OptionalInt guidanceWidth) {}
