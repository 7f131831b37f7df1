package dev.easel.host.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/** Where log events go, and how they look there. */
public final class LogOutput {
    static final String STDERR = "stderr";

    private LogOutput() {}

    /**
     * Writes all events from now on in a format; until then they are text, as the format is configured.
     *
     * @param format the format
     */
    public static void use(LogFormat format) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getAppender(STDERR) instanceof ConsoleAppender<ILoggingEvent> stderr) {
            stderr.setEncoder(started(format, stderr));
        }
    }

    static Encoder<ILoggingEvent> started(LogFormat format, ConsoleAppender<ILoggingEvent> appender) {
        Encoder<ILoggingEvent> encoder = format == LogFormat.JSON ? new JsonEncoder() : new TextEncoder();
        encoder.setContext(appender.getContext());
        encoder.start();
        return encoder;
    }
}
