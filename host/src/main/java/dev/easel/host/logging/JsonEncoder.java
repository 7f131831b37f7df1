package dev.easel.host.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes an event as one JSON object on one line.
 *
 * <p>Logback's own encoder gives numbers for times and hundreds of objects for a stack; collectors of logs want
 * neither. The text is pure ASCII, so that nothing in it acts on a terminal.
 */
final class JsonEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

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
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(event, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(ILoggingEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("timestamp", timestamp(event));
        json.writeStringField("level", event.getLevel().toString());
        json.writeStringField("logger", event.getLoggerName());
        json.writeStringField("message", String.valueOf(event.getFormattedMessage()));
        writeIfPresent(json, "request", event.getMDCPropertyMap().get(LogContext.REQUEST));
        writeIfPresent(json, "task", event.getMDCPropertyMap().get(LogContext.TASK));
        json.writeStringField("thread", event.getThreadName());
        writeIfPresent(json, "exception", stack(event.getThrowableProxy()));
        json.writeEndObject();
    }

    /** Always with three digits after the point, so that texts sort as times do. */
    private static String timestamp(ILoggingEvent event) {
        String seconds = Instant.ofEpochMilli(event.getTimeStamp())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return seconds.replace("Z", ".%03dZ".formatted(Math.floorMod(event.getTimeStamp(), 1000L)));
    }

    private static @Nullable String stack(@Nullable IThrowableProxy thrown) {
        return thrown == null ? null : ThrowableProxyUtil.asString(thrown);
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
