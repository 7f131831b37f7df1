package dev.easel.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

/** The last few arrays of a multistep rule. */
final class History {
    private final int capacity;
    private final List<float[]> newestFirst = new ArrayList<>();

    History(int capacity) {
        this.capacity = capacity;
    }

    void add(float[] values) {
        newestFirst.add(0, values);
        if (newestFirst.size() > capacity) {
            newestFirst.remove(capacity);
        }
    }

    int size() {
        return newestFirst.size();
    }

    /** Returns the array that was added so many before the newest. */
    float[] back(int count) {
        return newestFirst.get(count);
    }
}
