package dev.easel.diffusion.zoo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What goes into a net or comes out of it.
 *
 * @param byName in the graph's order
 */
record Tensors(Map<String, Values> byName) {

    /** Returns the one of that name, which must be there. */
    Values get(String name) {
        return Objects.requireNonNull(byName.get(name), () -> name + " isn't among " + byName.keySet());
    }

    /** The same but for one. */
    Tensors with(String name, Values values) {
        Map<String, Values> changed = new LinkedHashMap<>(byName);
        changed.put(name, values);
        return new Tensors(changed);
    }

    /** What becomes of each. */
    Tensors map(UnaryOperator<Values> change) {
        Map<String, Values> changed = new LinkedHashMap<>();
        byName.forEach((name, values) -> changed.put(name, change.apply(values)));
        return new Tensors(changed);
    }
}
