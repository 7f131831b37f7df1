package dev.easel.diffusion.onnx;

import java.util.Map;

/** What a graph computed; belongs to nobody, safe for use by several threads that only read. */
public final class Answers {
    private final Map<String, float[]> values;

    /**
     * Keeps the numbers.
     *
     * @param values those of each output, by its name, with the last dimension's side by side; truth values are 0 and
     *     1. The arrays are not copied
     */
    public Answers(Map<String, float[]> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Returns an output.
     *
     * @param output its name, one of those that were asked for
     * @return its numbers; not copied
     */
    public float[] of(String output) {
        float[] found = values.get(output);
        if (found == null) {
            throw new IllegalArgumentException("there is no output " + output + ", but " + values.keySet());
        }
        return found;
    }
}
