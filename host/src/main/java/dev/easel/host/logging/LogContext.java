package dev.easel.host.logging;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The keys of SLF4J's {@link MDC} that log lines show. */
public final class LogContext {
    /** The id of the HTTP request being served. */
    public static final String REQUEST = "request";
    /** The public id of the task being treated. */
    public static final String TASK = "task";

    private LogContext() {}

    /** What is logged on a thread until it is closed, on the same thread, belongs together. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Names a task in what this thread logs.
     *
     * @param id its public id
     * @return to be closed on the same thread; names again what was named before
     */
    public static Scope ofTask(long id) {
        String before = MDC.get(TASK);
        MDC.put(TASK, Long.toString(id));
        return () -> restore(before);
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(TASK);
        } else {
            MDC.put(TASK, before);
        }
    }
}
