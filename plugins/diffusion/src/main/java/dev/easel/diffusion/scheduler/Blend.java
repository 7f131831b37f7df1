package dev.easel.diffusion.scheduler;

/** A weighted sum of arrays, summed up in one array of its own. */
final class Blend {
    private final float[] values;

    private Blend(float[] values) {
        this.values = values;
    }

    static Blend of(double weight, float[] array) {
        return new Blend(new float[array.length]).plus(weight, array);
    }

    Blend plus(double weight, float[] array) {
        if (weight == 0) {
            return this;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] + weight * array[i]);
        }
        return this;
    }

    Blend clippedTo(double range) {
        float bound = (float) range;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(-bound, Math.min(bound, values[i]));
        }
        return this;
    }

    /** Returns the sum itself, not a copy. */
    float[] values() {
        return values;
    }
}
