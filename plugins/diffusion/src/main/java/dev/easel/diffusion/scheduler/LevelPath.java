package dev.easel.diffusion.scheduler;

/** The training steps at which the steps of a plan start, and the noise there and at the end; immutable. */
final class LevelPath {
    private final double[] times;
    private final NoiseTable table;
    private final NoiseLevel end;

    LevelPath(double[] times, NoiseTable table, boolean endsClean) {
        this.times = times;
        this.table = table;
        this.end = endsClean ? NoiseLevel.CLEAN : table.at(0);
    }

    int steps() {
        return times.length;
    }

    double time(int step) {
        return times[step];
    }

    /** Returns the noise with which a step starts; for the number of steps, that with which the last one ends. */
    NoiseLevel level(int step) {
        return step < times.length ? table.at(times[step]) : end;
    }
}
