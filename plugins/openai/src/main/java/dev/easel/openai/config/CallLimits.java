package dev.easel.openai.config;

import java.time.Duration;

/**
 * How much may be asked of a service.
 *
 * @param timeout for one request, from connecting to the last byte of the answer; positive
 * @param concurrency how many runs may be under way at once, at least 1
 * @param imagesPerRequest the largest {@code n} that is ever asked for, at least 1
 */
public record CallLimits(Duration timeout, int concurrency, int imagesPerRequest) {}
