package dev.easel.diffusion.scheduler;

/** How much of the sample and how much of the model's output make another array. */
record Mix(double sample, double output) {
    static final Mix SAMPLE = new Mix(1, 0);
    static final Mix OUTPUT = new Mix(0, 1);

    Mix times(double factor) {
        return new Mix(sample * factor, output * factor);
    }

    Mix plus(Mix other) {
        return new Mix(sample + other.sample, output + other.output);
    }

    /** Returns what is meant when the model saw the sample only after it was multiplied. */
    Mix ofSampleTimes(double factor) {
        return new Mix(sample * factor, output);
    }

    /** Returns the sum, a new array. */
    float[] of(float[] theSample, float[] theOutput) {
        return Blend.of(sample, theSample).plus(output, theOutput).values();
    }

    /** Returns the sum, each element brought between −range and range. */
    float[] clipped(float[] theSample, float[] theOutput, double range) {
        return Blend.of(sample, theSample)
                .plus(output, theOutput)
                .clippedTo(range)
                .values();
    }
}
