package dev.easel.host.metrics;

/**
 * The meters, written for Prometheus.
 *
 * @param contentType the value of HTTP's {@code Content-Type}
 * @param text what it says
 */
public record Exposition(String contentType, String text) {}
