package dev.easel.host.config;

/**
 * A text that is never printed.
 *
 * @param value the text
 */
public record Secret(String value) {
    @Override
    public String toString() {
        return value.isEmpty() ? "(none)" : "(secret)";
    }
}
