package dev.easel.diffusion.config;

import dev.easel.diffusion.scheduler.SchedulerKind;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an administrator wants pictures to be like; what is empty is left to the model.
 *
 * @param steps how many steps, at least 1
 * @param guidance how closely prompts are followed, not negative
 * @param negativePrompt what pictures don't show, possibly empty
 * @param width in pixels
 * @param height in pixels
 * @param seed the seed of a task's first picture, below 2³²; empty for another one at every run
 * @param scheduler how noise becomes an image
 * @param metadata whether pictures tell what they were made with
 */
public record PictureWishes(
        OptionalInt steps,
        OptionalDouble guidance,
        String negativePrompt,
        OptionalInt width,
        OptionalInt height,
        OptionalLong seed,
        Optional<SchedulerKind> scheduler,
        boolean metadata) {

    /** Keeps prompts, which can be private, out of logs. */
    @Override
    public String toString() {
        return "PictureWishes[steps %s, guidance %s, %s × %s, seed %s, %s]"
                .formatted(steps, guidance, width, height, seed, scheduler);
    }
}
