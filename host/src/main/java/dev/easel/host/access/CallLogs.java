package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;

/** Where calls are counted: in this host's memory, or in a database that several hosts share. */
public abstract sealed class CallLogs implements AutoCloseable permits MemoryCallLogs, SharedCallLogs {

    CallLogs() {}

    /**
     * Counts in memory, for a host that is alone.
     *
     * @param clock tells the time
     * @return logs that nobody has used yet
     */
    public static CallLogs inMemory(Clock clock) {
        return new MemoryCallLogs(clock);
    }

    /** Makes a log; logs of the same name on hosts that share a database are one. */
    abstract CallLog log(String name, Duration window);

    @Override
    public abstract void close();
}
