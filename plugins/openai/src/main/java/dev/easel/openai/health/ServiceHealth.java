package dev.easel.openai.health;

import dev.easel.api.provider.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a service can work now; safe for use by several threads.
 *
 * <p>What a run found missing (a valid key, the model, credit) holds for a minute, and for twice as long each time that
 * it is found again, up to an hour: only another run can show that it is there, and each such run may be a request that
 * is refused. Before the end of that time nothing is asked at all.
 */
public final class ServiceHealth {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Between two looks at a service that does not answer or refuses the key. */
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(25);

    private final Supplier<Optional<String>> probe;
    private final Clock clock;
    private Optional<String> lack = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private Instant askAgain = Instant.EPOCH;
    private Duration hold = FIRST;

    /**
     * Makes one.
     *
     * @param probe asks the service why it cannot work
     * @param clock the time
     */
    public ServiceHealth(Supplier<Optional<String>> probe, Clock clock) {
        this.probe = probe;
        this.clock = clock;
    }

    /**
     * Tells how the service is, and asks it if it was not asked lately.
     *
     * @return ready, or not ready and why
     */
    public synchronized Readiness readiness() {
        if (!clock.instant().isBefore(askAgain)) {
            lack = Optional.empty();
            problem = probe.get();
            askAgain = clock.instant().plus(BETWEEN_PROBES);
        }
        return lack.or(() -> problem).map(Readiness::notReady).orElseGet(Readiness::ready);
    }

    /**
     * Takes down what a run found missing.
     *
     * @param reason what is missing and what to do about it
     */
    public synchronized void lacks(String reason) {
        boolean isKnown = lack.isPresent();
        lack = Optional.of(reason);
        if (!isKnown) {
            askAgain = clock.instant().plus(hold);
            hold = hold.multipliedBy(2).compareTo(LONGEST) < 0 ? hold.multipliedBy(2) : LONGEST;
        }
    }

    /** Takes down that a run succeeded. */
    public synchronized void works() {
        lack = Optional.empty();
        problem = Optional.empty();
        hold = FIRST;
    }
}
