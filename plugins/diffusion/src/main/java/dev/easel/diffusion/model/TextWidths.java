package dev.easel.diffusion.model;

import java.util.List;
import java.util.OptionalInt;

/** Whether the texts that the encoders make are as wide as those that the UNet takes. */
final class TextWidths {
    private final ModelFiles files;
    private final UnetReader.Found unet;

    TextWidths(ModelFiles files, UnetReader.Found unet) {
        this.files = files;
        this.unet = unet;
    }

    void check(List<TextEncoder> encoders) {
        int states = encoders.stream().mapToInt(TextEncoder::width).sum();
        compare("encoder_hidden_states", unet.contextWidth(), states, encoders.size());
        encoders.get(encoders.size() - 1)
                .pooled()
                .map(pooled -> GraphTensors.fixed(pooled, 1))
                .filter(OptionalInt::isPresent)
                .ifPresent(width -> compare("text_embeds", unet.pooledWidth(), width.getAsInt(), 1));
    }

    private void compare(String input, OptionalInt wanted, int made, int encoders) {
        if (wanted.isPresent() && wanted.getAsInt() != made) {
            files.fault(("%s takes %s of width %d, but the text encoder%s texts of width %d; these files belong to "
                            + "different models, so fetch or export the model again.")
                    .formatted(
                            unet.unet().graph().file(),
                            input,
                            wanted.getAsInt(),
                            encoders > 1 ? "s make" : " makes",
                            made));
        }
    }
}
