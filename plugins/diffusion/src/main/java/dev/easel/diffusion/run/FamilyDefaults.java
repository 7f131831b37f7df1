package dev.easel.diffusion.run;

import dev.easel.diffusion.model.Family;
import dev.easel.diffusion.scheduler.SchedulerKind;

/**
 * How a family of models is used with a scheduler if nothing is configured.
 *
 * @param steps how many steps
 * @param guidance how closely the prompt is followed; 1 for no guidance
 */
record FamilyDefaults(int steps, double guidance) {

    /** As many as diffusers takes: PNDM's fourth order overshoots with guidance and long steps. */
    private static final int STEPS_OF_PNDM = 50;

    /** Returns what the makers of each family recommend, with fewer steps where more are hardly seen. */
    static FamilyDefaults of(Family family, SchedulerKind scheduler) {
        boolean isPndm = scheduler == SchedulerKind.PNDM;
        return switch (family) {
            case STABLE_DIFFUSION -> new FamilyDefaults(isPndm ? STEPS_OF_PNDM : 25, 7.5);
            case SDXL -> new FamilyDefaults(isPndm ? STEPS_OF_PNDM : 30, 5);
            case TURBO, SDXL_TURBO -> new FamilyDefaults(4, 1);
            case LCM -> new FamilyDefaults(4, 8.5);
        };
    }
}
