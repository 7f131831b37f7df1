package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;

/** Logs in this host's memory. */
final class MemoryCallLogs extends CallLogs {
    private final Clock clock;

    MemoryCallLogs(Clock clock) {
        this.clock = clock;
    }

    @Override
    CallLog log(String name, Duration window) {
        return new SlidingLog(window, clock);
    }

    @Override
    public void close() {}
}
