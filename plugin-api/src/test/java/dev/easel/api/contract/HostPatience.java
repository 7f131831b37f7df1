package dev.easel.api.contract;

import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;

/**
 * How long a host waits for a provider.
 *
 * @param loading for a constructor or factory
 * @param answer for one short answer, and for {@code close()}
 * @param estimate for {@code expectedRuntime}, which a request may be waiting for
 * @param grace how long a cancelled run may go on before it is interrupted, and again before it is abandoned
 * @param shortestDeadline how long every run may take
 */
record HostPatience(Duration loading, Duration answer, Duration estimate, Duration grace, Duration shortestDeadline) {
    private static final int DEADLINE_FACTOR = 10;

    static final HostPatience USUAL = new HostPatience(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMinutes(5));

    /** Returns how long a run may take that is expected to take so long. */
    Duration deadline(Duration expectedRuntime) {
        Duration wanted = expectedRuntime.multipliedBy(DEADLINE_FACTOR);
        return wanted.compareTo(shortestDeadline) > 0 ? wanted : shortestDeadline;
    }

    /** Returns how a provider is told to end a run. */
    String wayToEnd() {
        return "look at request.cancellation() between steps (throwIfCancelled()), register onCancel(…) for what "
                + "blocks, and let InterruptedException end the run: " + TextToImageProvider.class.getSimpleName()
                + ".generate has to return within " + grace.toSeconds() + " s of being told, or within "
                + grace.toSeconds() + " s of being interrupted after that";
    }
}
