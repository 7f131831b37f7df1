package dev.easel.diffusion.config;

import java.util.List;

/** What became of reading the configuration of a model. */
public sealed interface Reading {

    /**
     * All is well.
     *
     * @param model the model
     */
    record Usable(ModelConfiguration model) implements Reading {}

    /**
     * The model cannot be used as it is configured.
     *
     * @param name the model's name
     * @param faults all that is wrong, each a sentence that says what to do; at least one
     */
    record Faulty(String name, List<String> faults) implements Reading {
        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
