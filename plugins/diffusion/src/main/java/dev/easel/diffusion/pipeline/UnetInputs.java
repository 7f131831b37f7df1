package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.model.Unet;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.TensorScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the inputs of a UNet that stay the same from step to step; for use by one thread. */
final class UnetInputs {
    private final Unet unet;
    private final TensorScope scope;
    private final Map<String, Tensor> tensors = new HashMap<>();

    UnetInputs(Unet unet, TensorScope scope) {
        this.unet = unet;
        this.scope = scope;
    }

    /** Returns all tensors that were made so far, by their names. */
    Map<String, Tensor> tensors() {
        return tensors;
    }

    /** Makes an input that is filled at every step. */
    Tensor open(TensorSpec input, long... shape) {
        Tensor tensor = scope.tensor(input.type(), shape);
        tensors.put(input.name(), tensor);
        return tensor;
    }

    /**
     * Makes the input for the time: a scalar, or a vector of as many as the graph says. Where the graph leaves that
     * open, it is one for the whole batch, as in diffusers, so that its embedding doesn't depend on the batch.
     */
    Tensor openTimestep() {
        List<Long> shape = unet.timestep().shape();
        if (shape.isEmpty()) {
            return open(unet.timestep());
        }
        return open(unet.timestep(), Math.max(1, shape.get(0)));
    }

    /** Tells it of the prompt: the same for all images of a half. */
    void addConditioning(Conditioning conditioning, int images) {
        List<Embedding> halves = conditioning.halves();
        int tokens = halves.get(0).tokens();
        int width = halves.get(0).width();
        int rows = halves.size() * images;
        fill(
                open(unet.states(), rows, tokens, width),
                halves.stream().map(Embedding::states).toList());
        unet.pooledText().ifPresent(input -> addPooled(input, halves, rows));
    }

    private void addPooled(TensorSpec input, List<Embedding> halves, int rows) {
        List<float[]> pooled = halves.stream()
                .map(half -> half.pooled()
                        .orElseThrow(() -> new IllegalStateException(
                                "the UNet wants the pooled text, but no text encoder has it")))
                .toList();
        fill(open(input, rows, pooled.get(0).length), pooled);
    }

    /** Tells it of the guidance and of the sizes, where it asks for them. */
    void addNumbers(Recipe recipe, int rows) {
        unet.guidance().ifPresent(input -> {
            float[] scale =
                    Guidance.embedding(recipe.guidance(), unet.guidanceWidth().orElseThrow());
            fill(open(input, rows, scale.length), List.of(scale));
        });
        unet.timeIds().ifPresent(input -> {
            // The original size, the upper left corner of what was cut out, the size that is wanted.
            float[] ids = {recipe.height(), recipe.width(), 0, 0, recipe.height(), recipe.width()};
            fill(open(input, rows, ids.length), List.of(ids));
        });
    }

    /** Repeats each array so often that all together fill the tensor. */
    private static void fill(Tensor tensor, List<float[]> parts) {
        int index = 0;
        int times = tensor.size() / parts.size();
        for (float[] part : parts) {
            for (int end = index + times; index < end; index += part.length) {
                tensor.put(index, part);
            }
        }
    }
}
