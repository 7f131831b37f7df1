package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.Unet;
import dev.easel.diffusion.noise.SeededNoise;
import dev.easel.diffusion.onnx.OnnxException;
import dev.easel.diffusion.onnx.TensorScope;
import dev.easel.diffusion.scheduler.Denoising;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes batches of images from noise to latents, all of a batch in step; for use by one thread. */
final class BatchRun {
    private final Tools tools;
    private final Job job;
    private final ModelCalls calls;

    BatchRun(Tools tools, Job job, ModelCalls calls) {
        this.tools = tools;
        this.job = job;
        this.calls = calls;
    }

    /** Returns a latent for each seed; empty if memory is too small for all at once, but not for fewer. */
    Optional<List<float[]>> denoise(List<Long> seeds) {
        double before = calls.meter().done();
        try (TensorScope scope = tools.memory().scope()) {
            return Optional.of(denoise(seeds, scope));
        } catch (OnnxException failed) {
            if (failed.kind() != OnnxException.Kind.MEMORY || seeds.size() == 1) {
                throw failed;
            }
            calls.meter().goBackTo(before);
            return Optional.empty();
        }
    }

    private List<float[]> denoise(List<Long> seeds, TensorScope scope) {
        Unet unet = tools.model().unet();
        NoisePredictor predictor = new NoisePredictor(unet, calls, job, seeds.size(), scope);
        Denoising times = plan();
        List<DenoisedImage> images = begin(seeds);
        for (int call = 0; call < times.calls(); call++) {
            step(call, times.timestep(call), images, predictor);
        }
        return images.stream().map(DenoisedImage::sample).toList();
    }

    private List<DenoisedImage> begin(List<Long> seeds) {
        List<DenoisedImage> images = new ArrayList<>();
        for (long seed : seeds) {
            images.add(new DenoisedImage(
                    plan(), new SeededNoise(seed), job.latent().size()));
        }
        return images;
    }

    private Denoising plan() {
        return tools.scheduler().plan(job.recipe().steps());
    }

    private void step(int call, double time, List<DenoisedImage> images, NoisePredictor predictor) {
        for (int i = 0; i < images.size(); i++) {
            predictor.put(i, images.get(i).modelInput(call));
        }
        predictor.predict(time);
        for (int i = 0; i < images.size(); i++) {
            images.get(i).step(call, predictor.get(i));
        }
    }
}
