package dev.easel.diffusion.scheduler;

/** A rule by which noise becomes an image in steps; immutable, safe for use by several threads. */
public interface Scheduler {

    /**
     * Plans the way of one image.
     *
     * @param steps how many steps, from 1 to the number of steps that the model was trained with
     * @return a new plan, whose timesteps are the same for all images of as many steps
     * @throws IllegalArgumentException if there can't be that many steps; says how many there can be
     */
    Denoising plan(int steps);
}
