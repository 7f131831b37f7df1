package dev.easel.host.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as one line of text, and an exception as indented lines after it.
 *
 * <p>Only the host begins a line at the margin, so that no message can forge an event.
 */
final class TextEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];
    private static final String INDENT = "    ";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(160);
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), text);
        text.append(' ').append(event.getLevel()).append(' ');
        appendContext(text, LogContext.REQUEST, event.getMDCPropertyMap());
        appendContext(text, LogContext.TASK, event.getMDCPropertyMap());
        text.append(shortName(event.getLoggerName())).append(": ");
        text.append(ControlCharacters.escape(String.valueOf(event.getFormattedMessage())))
                .append('\n');
        appendException(text, "", event.getThrowableProxy(), INDENT);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendContext(StringBuilder text, String key, Map<String, String> context) {
        String value = context.get(key);
        if (value != null) {
            text.append(key).append('=').append(ControlCharacters.escape(value)).append(' ');
        }
    }

    private static String shortName(String logger) {
        return ControlCharacters.escape(logger.substring(logger.lastIndexOf('.') + 1));
    }

    private static void appendException(
            StringBuilder text, String prefix, @Nullable IThrowableProxy thrown, String indent) {
        if (thrown == null) {
            return;
        }
        text.append(indent).append(prefix).append(thrown.getClassName());
        if (thrown.getMessage() != null) {
            text.append(": ").append(ControlCharacters.escape(thrown.getMessage()));
        }
        text.append('\n');
        if (!thrown.isCyclic()) {
            appendFrames(text, thrown, indent + INDENT);
            for (IThrowableProxy suppressed : thrown.getSuppressed()) {
                appendException(text, "Suppressed: ", suppressed, indent + INDENT);
            }
            appendException(text, "Caused by: ", thrown.getCause(), indent);
        }
    }

    private static void appendFrames(StringBuilder text, IThrowableProxy thrown, String indent) {
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int own = frames.length - thrown.getCommonFrames();
        for (int i = 0; i < own; i++) {
            text.append(indent)
                    .append(ControlCharacters.escape(frames[i].getSTEAsString()))
                    .append('\n');
        }
        if (own < frames.length) {
            text.append(indent).append("... ").append(thrown.getCommonFrames()).append(" more\n");
        }
    }
}
