package dev.easel.host.provider;

import java.util.List;

/** A plugin was not loaded; everything that it had begun to do in the process is undone. */
final class PluginRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * Makes one.
     *
     * @param faults why, at least one sentence
     */
    PluginRefusedException(List<String> faults) {
        super(String.join(" ", faults));
        this.faults = List.copyOf(faults);
    }

    List<String> faults() {
        return faults;
    }
}
