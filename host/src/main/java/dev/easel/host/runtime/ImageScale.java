package dev.easel.host.runtime;

import java.util.List;

/**
 * How the runtime grows with the number of images: a fixed part, and a part for each image.
 *
 * <p>Only the proportion of the two is held here, so that it stays true when a provider as a whole becomes slower or
 * faster.
 *
 * @param perImage which part of a run with one image is spent again for each further image, between 0 and 1
 */
record ImageScale(double perImage) {
    /** Runs further apart than this may lie on two sides of a change. */
    private static final int NEAR = 8;

    /** How many pairs of runs count as much as what the provider declares. */
    private static final double DECLARED_WEIGHT = 2;

    ImageScale {
        perImage = Math.max(0, Math.min(1, perImage));
    }

    /** The scale of two runtimes; 0 where they say nothing. */
    static ImageScale between(int images, double seconds, int moreImages, double moreSeconds) {
        double ratio = Math.max(1, Math.min(moreSeconds / seconds, (double) moreImages / images));
        double rest = moreImages - 1 - ratio * (images - 1);
        return new ImageScale(rest > 0 ? (ratio - 1) / rest : 0);
    }

    /**
     * Fits recorded runs: the median of what neighbouring pairs of runs say, the declared scale being one voice more.
     *
     * @param runs the most recent first
     * @param declared what is believed until there are pairs
     */
    static ImageScale fit(List<TimedRun> runs, ImageScale declared) {
        WeightedSample voices = new WeightedSample();
        voices.add(declared.perImage(), DECLARED_WEIGHT);
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < Math.min(i + NEAR, runs.size()); j++) {
                addVoice(voices, runs.get(i), runs.get(j));
                addVoice(voices, runs.get(j), runs.get(i));
            }
        }
        return new ImageScale(voices.median());
    }

    /** The other order, or two runs with as many images, say nothing. */
    private static void addVoice(WeightedSample voices, TimedRun less, TimedRun more) {
        if (less.images() < more.images()) {
            double weight = Math.log((double) more.images() / less.images());
            voices.add(
                    between(less.images(), less.seconds(), more.images(), more.seconds())
                            .perImage(),
                    weight);
        }
    }

    /** How many times as long as one image that many take; at least 1, never falling. */
    double factor(int images) {
        return 1 + perImage * (images - 1);
    }
}
