package dev.easel.diffusion.model;

import dev.easel.diffusion.tokenizer.ClipTokenizer;
import java.util.Optional;

/**
 * A graph that turns tokens into states, with its tokenizer.
 *
 * @param graph the graph
 * @param tokenizer makes its tokens
 * @param ids the input for the tokens, of shape (batch, tokens)
 * @param states the output that the UNet attends to, of shape (batch, tokens, width): the last hidden state, or the one
 *     before it where the family wants that
 * @param pooled the output of shape (batch, width) that stands for the whole text; empty where there is none
 * @param width the last dimension of {@code states}
 */
public record TextEncoder(
        OnnxGraph graph,
        ClipTokenizer tokenizer,
        TensorSpec ids,
        TensorSpec states,
        Optional<TensorSpec> pooled,
        int width) {}
