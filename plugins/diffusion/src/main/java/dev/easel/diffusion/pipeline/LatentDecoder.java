package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.ImageDecoder;
import dev.easel.diffusion.onnx.Bindings;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.onnx.TensorScope;
import dev.easel.diffusion.png.Picture;
import java.nio.FloatBuffer;
import java.util.Map;

/** Makes a picture of a latent, one at a time, since a decoder needs much more memory than what it makes. */
final class LatentDecoder {
    private static final int COLOURS = 3;

    private final ImageDecoder decoder;
    private final ModelCalls calls;
    private final TensorMemory memory;

    LatentDecoder(ImageDecoder decoder, ModelCalls calls, TensorMemory memory) {
        this.decoder = decoder;
        this.calls = calls;
        this.memory = memory;
    }

    Picture decode(float[] sample, LatentShape shape) {
        int height = shape.height() * decoder.magnification();
        int width = shape.width() * decoder.magnification();
        try (TensorScope scope = memory.scope()) {
            Tensor latent = scope.tensor(decoder.latent().type(), 1, shape.channels(), shape.height(), shape.width());
            latent.put(0, scaled(sample));
            Tensor picture = scope.tensor(decoder.picture().type(), 1, COLOURS, height, width);
            calls.run(
                    decoder.graph(),
                    new Bindings(
                            Map.of(decoder.latent().name(), latent),
                            Map.of(decoder.picture().name(), picture)),
                    1);
            float[] values = new float[picture.size()];
            picture.get(0, values);
            return Picture.decoded(FloatBuffer.wrap(values), width, height);
        }
    }

    private float[] scaled(float[] sample) {
        float[] scaled = new float[sample.length];
        for (int i = 0; i < sample.length; i++) {
            scaled[i] = (float) (sample[i] / decoder.scalingFactor() + decoder.shiftFactor());
        }
        return scaled;
    }
}
