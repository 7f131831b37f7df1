package dev.easel.host.config;

import java.util.List;

/** A configuration has faults; it names all of them. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * Makes one.
     *
     * @param faults at least one sentence, each saying what was given, what is allowed and what to do
     */
    public ConfigurationException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /**
     * Returns every fault.
     *
     * @return at least one sentence
     */
    public List<String> faults() {
        return faults;
    }
}
