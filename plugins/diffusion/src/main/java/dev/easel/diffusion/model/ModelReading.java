package dev.easel.diffusion.model;

import java.util.List;

/** What became of reading a model directory. */
public sealed interface ModelReading {

    /**
     * All is there and fits.
     *
     * @param model what the directory holds
     */
    record Usable(DiffusionModel model) implements ModelReading {}

    /**
     * No pictures can be made with what the directory holds.
     *
     * @param faults all that is wrong, each a sentence that names the file and says what to do; at least one
     */
    record Faulty(List<String> faults) implements ModelReading {
        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
