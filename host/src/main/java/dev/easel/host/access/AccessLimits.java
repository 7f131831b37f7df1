package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts calls and misses of every caller, in memory.
 *
 * <p>A sliding log: a call is refused while as many accepted ones as are allowed lie within the window. Refused calls
 * are not counted. Safe for use by several threads, none of which is ever held.
 */
public final class AccessLimits {

    /** How many ids that are not theirs a caller may try within {@link #MISSES_WINDOW}. */
    public static final int MISSES = 10;

    /** The time within which misses are counted. */
    public static final Duration MISSES_WINDOW = Duration.ofMinutes(30);

    private final boolean enabled;
    private final Map<RateLimit, SlidingLog> calls = new EnumMap<>(RateLimit.class);
    private final SlidingLog misses;

    /**
     * Makes limits that nobody has used yet.
     *
     * @param enabled false to refuse nothing
     * @param clock tells the time
     */
    public AccessLimits(boolean enabled, Clock clock) {
        this.enabled = enabled;
        for (RateLimit limit : RateLimit.values()) {
            calls.put(limit, new SlidingLog(RateLimit.WINDOW, clock));
        }
        misses = new SlidingLog(MISSES_WINDOW, clock);
    }

    /**
     * Counts a call, if it is allowed.
     *
     * @param limit which limit it falls under
     * @param caller who calls
     * @return empty if it is allowed; else how long the caller has to wait, positive
     */
    public Optional<Duration> admit(RateLimit limit, Caller caller) {
        OptionalInt allowed = limit.calls(caller);
        if (!enabled || allowed.isEmpty()) {
            return Optional.empty();
        }
        return log(limit).tryAdd(caller.limitKey(), allowed.getAsInt());
    }

    private SlidingLog log(RateLimit limit) {
        SlidingLog log = calls.get(limit);
        if (log == null) {
            throw new IllegalStateException("There is no log for the limit " + limit);
        }
        return log;
    }

    /**
     * Tells whether a caller has tried too many ids.
     *
     * @param caller who calls
     * @return empty if not; else how long the caller has to wait, positive
     */
    public Optional<Duration> blockedByMisses(Caller caller) {
        return enabled ? misses.delay(caller.limitKey(), MISSES) : Optional.empty();
    }

    /**
     * Counts an id that is not the caller's.
     *
     * @param caller who tried it
     */
    public void countMiss(Caller caller) {
        if (enabled) {
            misses.tryAdd(caller.limitKey(), MISSES);
        }
    }
}
