package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.Unet;
import dev.easel.diffusion.onnx.Bindings;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.TensorScope;
import java.util.Map;

/** Asks the UNet about a batch of images again and again, with the same tensors; for use by one thread. */
final class NoisePredictor {
    private final Unet unet;
    private final ModelCalls calls;
    private final BatchShape shape;
    private final double guidance;
    private final Tensor sample;
    private final Tensor timestep;
    private final Tensor output;
    private final Bindings bindings;

    /** Fills what stays the same; the tensors belong to the scope. */
    NoisePredictor(Unet unet, ModelCalls calls, Job job, int images, TensorScope scope) {
        this.unet = unet;
        this.calls = calls;
        shape = new BatchShape(job.latent(), images, job.conditioning().halves().size());
        guidance = job.recipe().guidance();
        UnetInputs inputs = new UnetInputs(unet, scope);
        sample = inputs.open(unet.sample(), shape.dimensions());
        timestep = inputs.openTimestep();
        inputs.addConditioning(job.conditioning(), images);
        inputs.addNumbers(job.recipe(), shape.rows());
        output = scope.tensor(unet.output().type(), shape.dimensions());
        bindings = new Bindings(inputs.tensors(), Map.of(unet.output().name(), output));
    }

    /** Puts an image into its rows of the batch. */
    void put(int image, float[] values) {
        for (int half = 0; half < shape.halves(); half++) {
            sample.put(shape.index(half, image), values);
        }
    }

    /** Computes the whole batch. */
    void predict(double time) {
        timestep.fill(time);
        calls.run(unet.graph(), bindings, shape.images());
    }

    /** Returns what the model says of an image, guided by the prompt; a new array. */
    float[] get(int image) {
        float[] answer = read(shape.halves() - 1, image);
        if (shape.halves() == 2) {
            Guidance.combine(read(0, image), answer, guidance);
        }
        return answer;
    }

    private float[] read(int half, int image) {
        float[] values = new float[shape.latent().size()];
        output.get(shape.index(half, image), values);
        return values;
    }
}
