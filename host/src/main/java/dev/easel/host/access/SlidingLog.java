package dev.easel.host.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers for a while when something happened, by key.
 *
 * <p>Bounded: keys beyond {@value #MAX_KEYS} push out those that are used least, and a key remembers no more moments
 * than its limit. Safe for use by several threads.
 */
final class SlidingLog {
    static final int MAX_KEYS = 100_000;

    private final Duration window;
    private final Clock clock;
    private final Cache<String, Deque<Long>> moments;

    SlidingLog(Duration window, Clock clock) {
        this.window = window;
        this.clock = clock;
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        moments = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .ticker(ticker)
                .expireAfterAccess(window)
                .build();
    }

    /**
     * Tells how long a key has to wait until fewer than a number of moments lie within the window.
     *
     * @return empty if it need not wait
     */
    Optional<Duration> delay(String key, int limit) {
        Deque<Long> log = moments.getIfPresent(key);
        return log == null ? Optional.empty() : delayOf(log, limit);
    }

    /**
     * Notes a moment unless the key has to wait.
     *
     * @return how long it has to wait; empty if the moment was noted
     */
    Optional<Duration> tryAdd(String key, int limit) {
        Deque<Long> log = moments.get(key, absent -> new ArrayDeque<>(limit));
        synchronized (log) {
            Optional<Duration> delay = delayOf(log, limit);
            if (delay.isEmpty()) {
                log.addLast(clock.millis());
            }
            return delay;
        }
    }

    private Optional<Duration> delayOf(Deque<Long> log, int limit) {
        synchronized (log) {
            long now = clock.millis();
            while (!log.isEmpty() && log.getFirst() <= now - window.toMillis()) {
                log.removeFirst();
            }
            return log.size() < limit
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(log.getFirst() + window.toMillis() - now));
        }
    }
}
