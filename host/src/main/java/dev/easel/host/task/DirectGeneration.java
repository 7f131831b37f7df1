package dev.easel.host.task;

import dev.easel.api.task.TaskFailureException;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.image.ImageStore;
import dev.easel.host.image.StoredImage;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.runtime.RuntimeEstimator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Makes images without a task, by the same path that tasks take. */
public final class DirectGeneration {
    private static final int ONLY_TASK = 1;
    private static final int ONLY_ATTEMPT = 1;

    private final ImageStore images;
    private final RuntimeEstimator estimator;

    /**
     * Makes a generation.
     *
     * @param images where the images are put; used by nobody else
     * @param estimator how long the provider takes
     */
    public DirectGeneration(ImageStore images, RuntimeEstimator estimator) {
        this.images = images;
        this.estimator = estimator;
    }

    /**
     * Runs a request and waits for it.
     *
     * @param request what is wanted
     * @param slot the provider's slot; closed when the provider is done
     * @param progress gets fractions of the whole from 0 to 1, on any thread
     * @return the images by index; readable as long as the store is
     * @throws TaskFailureException if the provider failed
     */
    public List<StoredImage> generate(TaskRequest request, Slot slot, DoubleConsumer progress) {
        Attempt attempt = new Attempt(ONLY_TASK, ONLY_ATTEMPT, request, Instant.EPOCH, 0, Optional.empty());
        ActiveRun run = new ActiveRun(attempt, progress);
        Duration deadline = RunLimits.DEFAULT.deadline(estimator.estimate(slot.provider(), request.numberOfImages()));
        ProviderCaller caller = new ProviderCaller(slot, run, RunLimits.DEFAULT.grace());
        try {
            return imagesOf(new RunExecution(run, caller, deadline).execute(images));
        } finally {
            caller.whenIdle(slot::close);
        }
    }

    private List<StoredImage> imagesOf(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Succeeded succeeded) {
            return succeeded.images().stream().map(this::stored).toList();
        }
        throw new TaskFailureException(ONLY_TASK, outcome.reason());
    }

    private StoredImage stored(ImageInfo image) {
        return images.find(ONLY_TASK, ONLY_ATTEMPT, image)
                .orElseThrow(() -> new TaskFailureException(ONLY_TASK, "image " + image.index() + " is gone"));
    }
}
