package dev.easel.diffusion.model;

import dev.easel.diffusion.scheduler.SchedulerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a complete model directory holds, as far as it is needed to make pictures; no weights are in memory.
 *
 * @param folder the directory
 * @param family which kind of model it is
 * @param textEncoders one, or two for SDXL; their states are joined at the last dimension in this order, and the pooled
 *     text is the last one's
 * @param unet finds the noise
 * @param decoder makes the picture
 * @param safetyChecker present where the directory has one
 * @param scheduler what {@code scheduler/scheduler_config.json} says
 * @param zerosForEmptyPrompt whether an empty negative prompt stands for states of zeros,
 *     {@code force_zeros_for_empty_prompt} of {@code model_index.json}; only SDXL asks
 */
public record DiffusionModel(
        Path folder,
        Family family,
        List<TextEncoder> textEncoders,
        Unet unet,
        ImageDecoder decoder,
        Optional<SafetyChecker> safetyChecker,
        SchedulerSettings scheduler,
        boolean zerosForEmptyPrompt) {

    /** Makes its own copy of the list. */
    public DiffusionModel {
        textEncoders = List.copyOf(textEncoders);
    }

    /**
     * Describes a model whose {@code model_index.json} doesn't speak of empty prompts: SDXL takes zeros then.
     *
     * @param folder the directory
     * @param family which kind of model it is
     * @param textEncoders one, or two for SDXL
     * @param unet finds the noise
     * @param decoder makes the picture
     * @param safetyChecker present where the directory has one
     * @param scheduler what {@code scheduler/scheduler_config.json} says
     */
    public DiffusionModel(
            Path folder,
            Family family,
            List<TextEncoder> textEncoders,
            Unet unet,
            ImageDecoder decoder,
            Optional<SafetyChecker> safetyChecker,
            SchedulerSettings scheduler) {
        this(
                folder,
                family,
                textEncoders,
                unet,
                decoder,
                safetyChecker,
                scheduler,
                family == Family.SDXL || family == Family.SDXL_TURBO);
    }
}
