package dev.easel.host.logging;

/** The keys of SLF4J's {@link org.slf4j.MDC} that log lines show. */
public final class LogContext {
    /** The id of the HTTP request being served. */
    public static final String REQUEST = "request";
    /** The public id of the task being treated. */
    public static final String TASK = "task";

    private LogContext() {}
}
