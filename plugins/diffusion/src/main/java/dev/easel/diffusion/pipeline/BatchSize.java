package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.TensorSpec;

/** How many images fit into a call of the UNet. */
final class BatchSize {
    /** How many bytes a UNet needs for each number of a latent, beside its weights. */
    private static final long BYTES_PER_NUMBER = 4 * 4000;

    private BatchSize() {}

    /** Returns at least 1. */
    static int of(Tools tools, Job job) {
        if (tools.model().unet().sample().shape().get(0) != TensorSpec.FREE) {
            return 1;
        }
        long bytes = BYTES_PER_NUMBER
                * job.latent().size()
                * job.conditioning().halves().size();
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, tools.settings().batchMemory() / bytes));
    }
}
