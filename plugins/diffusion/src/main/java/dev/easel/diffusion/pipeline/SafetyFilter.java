package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.SafetyChecker;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.onnx.TensorScope;
import dev.easel.diffusion.png.Picture;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Asks the safety checker about pictures. */
final class SafetyFilter {
    private static final int COLOURS = 3;
    private static final float BRIGHTEST = 255;

    private final SafetyChecker checker;
    private final ModelCalls calls;
    private final TensorMemory memory;

    SafetyFilter(SafetyChecker checker, ModelCalls calls, TensorMemory memory) {
        this.checker = checker;
        this.calls = calls;
        this.memory = memory;
    }

    boolean flags(Picture picture) {
        String output = checker.flagged().name();
        try (TensorScope scope = memory.scope()) {
            Map<String, Tensor> inputs = Map.of(
                    checker.clipInput().name(), clipInput(picture, scope),
                    checker.images().name(), image(picture, scope));
            return calls.answer(checker.graph(), inputs, Set.of(output), 0).of(output)[0] != 0;
        }
    }

    private Tensor clipInput(Picture picture, TensorScope scope) {
        int size = checker.clipSize();
        Tensor tensor = scope.tensor(checker.clipInput().type(), 1, COLOURS, size, size);
        tensor.put(0, ClipView.of(picture, size));
        return tensor;
    }

    private Tensor image(Picture picture, TensorScope scope) {
        float[] values = new float[picture.height() * picture.width() * COLOURS];
        int index = 0;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int pixel = picture.pixel(x, y);
                values[index++] = (pixel >> 16 & 0xFF) / BRIGHTEST;
                values[index++] = (pixel >> 8 & 0xFF) / BRIGHTEST;
                values[index++] = (pixel & 0xFF) / BRIGHTEST;
            }
        }
        Tensor tensor = scope.tensor(checker.images().type(), 1, picture.height(), picture.width(), COLOURS);
        tensor.put(0, values);
        return tensor;
    }

    /** Returns a black picture of the same size, which is what diffusers gives for one that is flagged. */
    static Picture black(Picture picture) {
        float[] values = new float[COLOURS * picture.height() * picture.width()];
        Arrays.fill(values, -1);
        return Picture.decoded(FloatBuffer.wrap(values), picture.width(), picture.height());
    }
}
