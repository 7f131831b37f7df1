package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.stream.Stream;

/** The times at which the steps of a plan start, and the noise there and at the end; immutable. */
final class StepPath {
    private final double[] times;
    private final NoiseLevel[] levels;

    private StepPath(double[] times, Stream<NoiseLevel> starts, NoiseLevel end) {
        this.times = times;
        this.levels = Stream.concat(starts, Stream.of(end)).toArray(NoiseLevel[]::new);
    }

    /** Starts at training steps. */
    static StepPath ofTrainingSteps(double[] times, NoiseTable table, boolean endsClean) {
        return new StepPath(
                times, Arrays.stream(times).mapToObj(table::at), endsClean ? NoiseLevel.CLEAN : table.at(0));
    }

    /** Starts at levels σ, as many as there are times. */
    static StepPath ofSigmas(double[] times, double[] sigmas, double end) {
        return new StepPath(times, Arrays.stream(sigmas).mapToObj(NoiseLevel::ofSigma), NoiseLevel.ofSigma(end));
    }

    int steps() {
        return times.length;
    }

    double time(int step) {
        return times[step];
    }

    /** Returns the noise with which a step starts; for the number of steps, that with which the last one ends. */
    NoiseLevel level(int step) {
        return levels[step];
    }

    /** Returns {@link #level} for one part of data. */
    double sigma(int step) {
        return levels[step].sigma();
    }
}
