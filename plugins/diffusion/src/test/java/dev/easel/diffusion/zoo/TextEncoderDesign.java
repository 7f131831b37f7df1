package dev.easel.diffusion.zoo;

import java.util.OptionalInt;

/**
 * How a text encoder is built and what it is fed and answers.
 *
 * @param vocabulary how many tokens it knows; the last ends a text
 * @param width {@code hidden_size}
 * @param layers {@code num_hidden_layers}
 * @param projection {@code projection_dim}, where the pooled text is projected ({@code CLIPTextModelWithProjection})
 * @param everyLayer whether the states after every layer are outputs, {@code hidden_states.N}
 * @param ids the type of the tokens
 * @param floats the type of the states
 */
record TextEncoderDesign(
        int vocabulary,
        int width,
        int layers,
        OptionalInt projection,
        boolean everyLayer,
        DataType ids,
        DataType floats) {

    /** How many tokens a text has at most. */
    static final int POSITIONS = 77;

    /** How many heads every attention has. */
    static final int HEADS = 2;
}
