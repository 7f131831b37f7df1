package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.TensorSpec;

/** How many images go into a call of the UNet. */
final class BatchSize {
    private BatchSize() {}

    /** Returns at least 1. */
    static int of(Tools tools, Job job) {
        if (tools.model().unet().sample().shape().get(0) != TensorSpec.FREE) {
            return 1;
        }
        long bytes =
                MemoryNeed.ofImage(job.latent(), job.conditioning().halves().size());
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, tools.settings().batchMemory() / bytes));
    }
}
