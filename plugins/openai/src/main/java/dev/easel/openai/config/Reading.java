package dev.easel.openai.config;

import java.util.List;

/** What became of reading the configuration of a service. */
public sealed interface Reading {

    /**
     * All is well.
     *
     * @param service the service
     */
    record Usable(ServiceConfiguration service) implements Reading {}

    /**
     * The service cannot be used as it is configured.
     *
     * @param name the service's name
     * @param faults all that is wrong, each a sentence that says what to do; at least one
     */
    record Faulty(String name, List<String> faults) implements Reading {
        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
