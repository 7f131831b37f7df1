package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.SafetyChecker;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.scheduler.Scheduler;
import java.util.Optional;

/**
 * What every run of a pipeline works with.
 *
 * @param model what makes the pictures
 * @param scheduler how noise becomes an image
 * @param settings how it works
 * @param memory where tensors lie
 */
record Tools(DiffusionModel model, Scheduler scheduler, PipelineSettings settings, TensorMemory memory) {

    /** Returns the safety checker if the model has one and it is switched on. */
    Optional<SafetyChecker> safetyChecker() {
        return model.safetyChecker().filter(checker -> settings.safetyChecker());
    }
}
