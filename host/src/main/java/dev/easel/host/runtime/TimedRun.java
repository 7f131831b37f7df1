package dev.easel.host.runtime;

/**
 * How long one successful run took.
 *
 * @param images how many images it made, at least 1
 * @param seconds positive
 */
record TimedRun(int images, double seconds) {
    private static final double SHORTEST = 0.001;

    TimedRun {
        images = Math.max(1, images);
        seconds = Math.max(SHORTEST, seconds);
    }
}
