package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Counts calls and misses of every caller.
 *
 * <p>A sliding log: a call is refused while as many accepted ones as are allowed lie within the window. Refused calls
 * are not counted. Users and guests are counted apart, so that no number of addresses has a user's calls forgotten.
 * Safe for use by several threads.
 */
public final class AccessLimits {

    /** How many ids that are not theirs a caller may try within {@link #MISSES_WINDOW}. */
    public static final int MISSES = 10;

    /** The time within which misses are counted. */
    public static final Duration MISSES_WINDOW = Duration.ofMinutes(30);

    private final boolean enabled;
    private final Map<RateLimit, Logs> calls = new EnumMap<>(RateLimit.class);
    private final Logs misses;

    private record Logs(CallLog users, CallLog guests) {
        static Logs of(CallLogs logs, String name, Duration window) {
            return new Logs(logs.log(name, window), logs.log(name, window));
        }

        CallLog of(Caller caller) {
            return caller instanceof Caller.User ? users : guests;
        }
    }

    /**
     * Makes limits in this host's memory that nobody has used yet.
     *
     * @param enabled false to refuse nothing
     * @param clock tells the time
     */
    public AccessLimits(boolean enabled, Clock clock) {
        this(enabled, CallLogs.inMemory(clock));
    }

    /**
     * Makes limits.
     *
     * @param enabled false to refuse nothing
     * @param logs where calls are counted
     */
    public AccessLimits(boolean enabled, CallLogs logs) {
        this.enabled = enabled;
        for (RateLimit limit : RateLimit.values()) {
            calls.put(limit, Logs.of(logs, limit.name().toLowerCase(Locale.ROOT), RateLimit.WINDOW));
        }
        misses = Logs.of(logs, "miss", MISSES_WINDOW);
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
        return log(limit, caller).tryAdd(caller.limitKey(), allowed.getAsInt());
    }

    private CallLog log(RateLimit limit, Caller caller) {
        Logs logs = calls.get(limit);
        if (logs == null) {
            throw new IllegalStateException("There is no log for the limit " + limit);
        }
        return logs.of(caller);
    }

    /**
     * Tells whether a caller is known to have tried too many ids; asks no database.
     *
     * @param caller who calls
     * @return empty if not; else how long the caller has to wait, positive
     */
    public Optional<Duration> blockedByMisses(Caller caller) {
        return enabled ? misses.of(caller).delay(caller.limitKey(), MISSES) : Optional.empty();
    }

    /**
     * Counts an id that is not the caller's, unless the caller has tried too many.
     *
     * @param caller who tried it
     * @return empty if it was counted; else how long the caller has to wait, positive: others were tried at the same
     *     time, or on another host
     */
    public Optional<Duration> countMiss(Caller caller) {
        return enabled ? misses.of(caller).tryAdd(caller.limitKey(), MISSES) : Optional.empty();
    }
}
