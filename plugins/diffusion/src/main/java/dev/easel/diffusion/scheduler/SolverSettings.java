package dev.easel.diffusion.scheduler;

import java.util.OptionalDouble;

/**
 * How a rule steps, as far as files differ in it; each rule heeds what it knows.
 *
 * @param order of DPM-Solver++ and UniPC: 1 or 2
 * @param type which variant of DPM-Solver++ or UniPC
 * @param lowerOrderFinal whether DPM-Solver++ and UniPC end with a step of order 1
 * @param eulerAtFinal whether DPM-Solver++ does so even with many steps
 * @param endsAtSmallestSigma whether Euler, DPM-Solver++ and UniPC end at the smallest noise of the training instead of
 *     none, {@code final_sigmas_type}
 * @param alphaToOne whether DDIM and PNDM end at no noise instead of that of the first training step
 * @param clipRange the bound of the data that DDIM, LCM and Heun find in a sample; empty for none, as latents have none
 * @param originalSteps from how many steps an LCM model was distilled
 * @param timestepScaling by what LCM multiplies times at its boundary condition
 */
public record SolverSettings(
        int order,
        SolverType type,
        boolean lowerOrderFinal,
        boolean eulerAtFinal,
        boolean endsAtSmallestSigma,
        boolean alphaToOne,
        OptionalDouble clipRange,
        int originalSteps,
        double timestepScaling) {}
