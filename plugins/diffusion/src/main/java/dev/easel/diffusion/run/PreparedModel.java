package dev.easel.diffusion.run;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.scheduler.Scheduler;

/**
 * A model with everything that is decided before there is a prompt.
 *
 * @param model what its directory holds
 * @param scheduler how noise becomes an image
 * @param schedulerName what an administrator calls that
 * @param recipe how pictures are made, for the empty prompt
 */
public record PreparedModel(DiffusionModel model, Scheduler scheduler, String schedulerName, Recipe recipe) {

    /** Returns the recipe for a prompt. */
    Recipe recipeFor(String prompt) {
        return new Recipe(
                prompt, recipe.negativePrompt(), recipe.steps(), recipe.guidance(), recipe.width(), recipe.height());
    }
}
