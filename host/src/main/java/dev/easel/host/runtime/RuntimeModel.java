package dev.easel.host.runtime;

import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the recorded runs of one provider say of its next one: mathematics without a clock, a database or a provider.
 *
 * <p>Runs with different numbers of images are made comparable by an {@link ImageScale}. The runs since the last
 * {@link ChangePoint} tell the typical runtime, and how far runs were from what was to be expected of them tells the
 * cautious one. The first runs after loading are kept apart: how much longer than others they took is added. Immutable.
 */
final class RuntimeModel {
    /** What stands when nothing was recorded. */
    static final RuntimeModel EMPTY = of(List.of(), List.of(), new ImageScale(1));

    /** With so many records, what the provider declares counts no more. */
    private static final int ENOUGH = 3;

    private final ImageScale scale;
    private final RuntimeLevels levels;
    private final int warmRuns;
    private final OptionalDouble coldLevel;
    private final double[] coldExtras;

    private RuntimeModel(ImageScale scale, List<TimedRun> warm, List<TimedRun> cold) {
        this.scale = scale;
        this.warmRuns = warm.size();
        this.levels = RuntimeLevels.of(logLevels(warm, scale));
        this.coldLevel = median(logLevels(cold, scale));
        this.coldExtras = warm.isEmpty() ? new double[0] : extras(cold, scale, Math.exp(levels.typical()));
    }

    /**
     * Makes the model.
     *
     * @param warm successful runs, the most recent first
     * @param cold successful first runs after loading, the most recent first
     * @param declared how the runtime grows with the number of images as the provider declares it
     */
    static RuntimeModel of(List<TimedRun> warm, List<TimedRun> cold, ImageScale declared) {
        return new RuntimeModel(ImageScale.fit(warm, declared), warm, cold);
    }

    /**
     * Estimates a run.
     *
     * @param images at least 1
     * @param cold whether it is the first after loading
     * @param declared seconds that the provider declares for that many images, positive
     */
    Estimate estimate(int images, boolean cold, double declared) {
        double factor = scale.factor(images);
        double believed = Math.log(Math.max(declared, 0.001) / factor);
        double trust = Math.max(0, ENOUGH - warmRuns) / (double) ENOUGH;
        double typicalLevel = blended(levels.typical(), believed, trust);
        double cautiousLevel = blended(levels.cautious(), believed, trust);
        if (warmRuns == 0) {
            typicalLevel = Math.min(believed, coldLevel.orElse(believed));
            cautiousLevel = typicalLevel;
        }
        double typical = Math.exp(typicalLevel) * factor;
        double cautious = Math.exp(Math.max(typicalLevel, cautiousLevel)) * factor;
        return cold ? cold(typical, cautious, declared, factor) : estimate(typical, cautious);
    }

    private Estimate cold(double typical, double cautious, double declared, double factor) {
        if (coldExtras.length > 0) {
            return estimate(typical + coldExtras[coldExtras.length / 2], cautious + coldExtras[coldExtras.length - 1]);
        }
        double known = coldLevel.isPresent() ? Math.exp(coldLevel.getAsDouble()) * factor : declared;
        return estimate(Math.max(typical, known), Math.max(cautious, known));
    }

    private double blended(double recorded, double declared, double trust) {
        return (recorded * warmRuns + declared * trust) / Math.max(1, warmRuns + trust);
    }

    private static Estimate estimate(double typical, double cautious) {
        return new Estimate(duration(typical), duration(cautious));
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }

    private static double[] logLevels(List<TimedRun> runs, ImageScale scale) {
        return runs.stream()
                .mapToDouble(run -> Math.log(run.seconds() / scale.factor(run.images())))
                .toArray();
    }

    private static OptionalDouble median(double[] values) {
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(values).sorted().toArray()[values.length / 2]);
    }

    private static double[] extras(List<TimedRun> cold, ImageScale scale, double level) {
        return cold.stream()
                .mapToDouble(run -> Math.max(0, run.seconds() - level * scale.factor(run.images())))
                .sorted()
                .toArray();
    }
}
