package dev.easel.diffusion.run;

import dev.easel.diffusion.model.Family;

/**
 * How a family of models is used if nothing is configured.
 *
 * @param steps how many steps
 * @param guidance how closely the prompt is followed; 1 for no guidance
 */
record FamilyDefaults(int steps, double guidance) {

    /** Returns what the makers of each family recommend, with fewer steps where more are hardly seen. */
    static FamilyDefaults of(Family family) {
        return switch (family) {
            case STABLE_DIFFUSION -> new FamilyDefaults(25, 7.5);
            case SDXL -> new FamilyDefaults(30, 5);
            case TURBO, SDXL_TURBO -> new FamilyDefaults(4, 1);
            case LCM -> new FamilyDefaults(4, 8.5);
        };
    }
}
