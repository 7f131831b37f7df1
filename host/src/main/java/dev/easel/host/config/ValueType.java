package dev.easel.host.config;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a value must be.
 *
 * @param <T> the value's Java type
 * @param allowed what is allowed, to be read after "must be"
 * @param reader reads a value; empty if it is not allowed
 */
record ValueType<T>(String allowed, Function<Given, Optional<T>> reader) {

    Optional<T> read(Given given) {
        return reader.apply(given);
    }

    /** Allows an empty text too, which stands for no value. */
    ValueType<Optional<T>> orEmpty() {
        return new ValueType<>(
                allowed + ", or empty", given -> isEmpty(given) ? Optional.of(Optional.empty()) : present(read(given)));
    }

    /** The same, with other words for what is allowed. */
    ValueType<T> as(String words) {
        return new ValueType<>(words, reader);
    }

    /** Allows what can be turned into something else. */
    <U> ValueType<U> map(Function<T, Optional<U>> step) {
        return new ValueType<>(allowed, given -> read(given).flatMap(step));
    }

    private static <T> Optional<Optional<T>> present(Optional<T> value) {
        return value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    private static boolean isEmpty(Given given) {
        return given.shape() == Given.Shape.TEXT && given.texts().get(0).isEmpty();
    }
}
