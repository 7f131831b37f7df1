package dev.easel.host.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Leaves out what a plugin or a library logs beyond {@value #MOST_A_SECOND} lines a second, so that one that floods the
 * log hides nothing else and fills no disk.
 *
 * <p>All threads of one plugin count together, whatever loggers they use; other lines count by their logger. The host's
 * own lines always pass. Safe for use by several threads.
 */
final class FloodFilter extends TurboFilter {
    static final int MOST_A_SECOND = 100;

    private static final String HOST = "dev.easel.host.";
    private static final String PLUGIN_THREAD = "plugin-";
    private static final int MOST_SOURCES = 1000;

    private final Map<String, Second> seconds = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    FloodFilter(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How many lines of one source there were in one second. */
    private static final class Second {
        private long number;
        private int lines;

        synchronized int count(long now) {
            if (now != number) {
                number = now;
                lines = 0;
            }
            return ++lines;
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        boolean asksOnly = format == null && thrown == null;
        if (asksOnly || logger.getName().startsWith(HOST) || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        String source = sourceOf(logger);
        int lines = lineOf(source);
        if (lines == MOST_A_SECOND + 1) {
            LoggerFactory.getLogger(FloodFilter.class)
                    .warn("{} logs more than {} lines a second; the rest is left out", source, MOST_A_SECOND);
        }
        return lines > MOST_A_SECOND ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private int lineOf(String source) {
        if (seconds.size() > MOST_SOURCES) {
            seconds.clear();
        }
        return seconds.computeIfAbsent(source, unknown -> new Second())
                .count(TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong()));
    }

    private static String sourceOf(Logger logger) {
        String thread = Thread.currentThread().getName();
        return thread.startsWith(PLUGIN_THREAD) ? thread.substring(0, thread.lastIndexOf('-')) : logger.getName();
    }
}
