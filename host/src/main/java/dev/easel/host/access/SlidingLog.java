package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A log in memory, exact to the millisecond.
 *
 * <p>Bounded: a key remembers no more moments than its limit, and of more than {@value #MAX_KEYS} keys the one goes
 * whose last moment is the longest ago. So a key is forgotten too early only if as many others were noted after it, all
 * within the window. A cache that keeps what is used most, as Caffeine does, would drop a newcomer for a thousand
 * others; here, whoever wants to be forgotten must first have been let in from a hundred thousand other addresses.
 */
final class SlidingLog implements CallLog {
    static final int MAX_KEYS = 100_000;

    private static final long[] NONE = {};

    private final long windowMillis;
    private final Clock clock;

    /** The moments of each key, the oldest first; the key that was noted last comes last. */
    private final Map<String, long[]> logs = new LinkedHashMap<>();

    SlidingLog(Duration window, Clock clock) {
        this.windowMillis = window.toMillis();
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> delay(String key, int limit) {
        long now = clock.millis();
        return delay(current(key, now), limit, now);
    }

    @Override
    public synchronized Optional<Duration> tryAdd(String key, int limit) {
        long now = clock.millis();
        long[] moments = current(key, now);
        Optional<Duration> delay = delay(moments, limit, now);
        if (delay.isEmpty()) {
            append(key, moments, now, now);
        }
        return delay;
    }

    /** Notes a moment, whether the key has to wait or not. */
    synchronized void add(String key, long moment) {
        long now = clock.millis();
        append(key, current(key, now), moment, now);
    }

    /** Has a key wait as if all that its limit allows had happened at one moment. */
    synchronized void fill(String key, int limit, long moment) {
        long[] moments = new long[limit];
        Arrays.fill(moments, moment);
        note(key, moments, clock.millis());
    }

    private void append(String key, long[] moments, long moment, long now) {
        long[] more = Arrays.copyOf(moments, moments.length + 1);
        more[moments.length] = moment;
        note(key, more, now);
    }

    long windowMillis() {
        return windowMillis;
    }

    synchronized int size() {
        return logs.size();
    }

    /** A clock that was set back must not have anybody wait for longer than the window. */
    private long[] current(String key, long now) {
        long[] moments = logs.getOrDefault(key, NONE);
        int expired = 0;
        for (int i = 0; i < moments.length; i++) {
            moments[i] = Math.min(moments[i], now);
            if (isOver(moments[i], now)) {
                expired = i + 1;
            }
        }
        return expired == 0 ? moments : Arrays.copyOfRange(moments, expired, moments.length);
    }

    private boolean isOver(long moment, long now) {
        return moment <= now - windowMillis;
    }

    private Optional<Duration> delay(long[] moments, int limit, long now) {
        return moments.length < limit
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(moments[moments.length - limit] + windowMillis - now));
    }

    private void note(String key, long[] moments, long now) {
        logs.remove(key);
        logs.put(key, moments);
        Iterator<long[]> silent = logs.values().iterator();
        for (long[] oldest = silent.next(); isDispensable(oldest, now); oldest = silent.next()) {
            silent.remove();
        }
    }

    /** The key that was noted just now never is. */
    private boolean isDispensable(long[] moments, long now) {
        return logs.size() > MAX_KEYS || isOver(moments[moments.length - 1], now);
    }
}
