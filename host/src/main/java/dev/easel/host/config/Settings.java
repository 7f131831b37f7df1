package dev.easel.host.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The value of every key: what was given last counts, and every value that was given is checked. */
final class Settings {
    private final Map<Key<?>, Object> values = new HashMap<>();
    private final Set<Key<?>> refused = new HashSet<>();
    private final Faults faults;

    /**
     * Starts with the defaults.
     *
     * @param home the folder that paths among the defaults start from
     * @param faults gets the faults of values
     */
    Settings(Path home, Faults faults) {
        this.faults = faults;
        Keys.ALL.forEach(key -> store(key, Given.text(key.defaultText(), "the default", home)));
    }

    void give(Key<?> key, Given value) {
        store(key, value);
    }

    /** Tells whether a value was given that is not allowed. */
    boolean isRefused(Key<?> key) {
        return refused.contains(key);
    }

    @SuppressWarnings("unchecked") // store puts only what the key's own type has read
    <T> T get(Key<T> key) {
        return (T) Objects.requireNonNull(values.get(key), key.name());
    }

    private <T> void store(Key<T> key, Given value) {
        faults.read(key.name(), key.type(), value)
                .ifPresentOrElse(read -> values.put(key, read), () -> refused.add(key));
    }
}
