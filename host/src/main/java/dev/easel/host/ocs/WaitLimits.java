package dev.easel.host.ocs;

import java.time.Duration;

/**
 * How much waiting for images there may be.
 *
 * @param budget how long a request waits at most, not negative
 * @param requests how many requests wait at once, not negative; what is more is queued and answered at once
 */
public record WaitLimits(Duration budget, int requests) {}
