package dev.easel.diffusion.run;

import java.util.List;

/** What became of preparing a model for use. */
public sealed interface Preparation {

    /**
     * It can be used.
     *
     * @param model the model
     */
    record Ready(PreparedModel model) implements Preparation {}

    /**
     * It can't be used.
     *
     * @param faults all that is wrong, each a sentence that says what to do; at least one
     */
    record Faulty(List<String> faults) implements Preparation {
        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
