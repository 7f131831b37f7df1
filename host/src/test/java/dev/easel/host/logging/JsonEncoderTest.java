package dev.easel.host.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class JsonEncoderTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void anEventIsOneObjectOnOneLine() {
        assertEquals(
                "{\"timestamp\":\"2026-11-22T10:00:00.120Z\",\"level\":\"INFO\",\"logger\":\"dev.easel.host.task.TaskRunner\","
                        + "\"message\":\"Ran 3 images\",\"request\":\"r1\",\"task\":\"42\",\"thread\":\"run\"}\n",
                encode("Ran {} images", Map.of(LogContext.TASK, "42", LogContext.REQUEST, "r1", "x", "y"), null, 3));
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws IOException {
        List<String> names = new ArrayList<>();
        parse(encode("Started", Map.of(), null)).fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("timestamp", "level", "logger", "message", "thread"), names);
    }

    @Test
    void anExceptionIsOneText() throws IOException {
        Exception thrown = new IllegalArgumentException("outer", new IllegalStateException("no\nline"));
        String line = encode("Failed", Map.of(), thrown);
        assertEquals(1, line.lines().count());
        String stack = parse(line).get("exception").asText();
        assertTrue(stack.startsWith("java.lang.IllegalArgumentException: outer"), stack);
        assertTrue(stack.contains("at dev.easel.host.logging.JsonEncoderTest."), stack);
        assertTrue(stack.contains("Caused by: java.lang.IllegalStateException: no\nline"), stack);
    }

    @Test
    void noMessageForgesALineOrActsOnATerminal() throws IOException {
        String forged = "x\n{\"level\":\"ERROR\"}\r\u2028\u0085\u009b2J\u001b[2J\u202e";
        String line = encode("Said {}", Map.of(LogContext.REQUEST, forged), null, forged);
        assertEquals("Said " + forged, parse(line).get("message").asText());
        assertEquals(1, line.lines().count());
        assertTrue(line.strip().chars().allMatch(character -> character >= ' ' && character < 127), line);
    }

    @Test
    void textsOfAllLanguagesAndHalvesOfCharactersAreReadable() throws IOException {
        assertEquals(
                "狐 🦊", parse(encode("狐 🦊", Map.of(), null)).get("message").asText());
        assertTrue(parse(encode("half \ud83e of a fox", Map.of(), null))
                .get("message")
                .asText()
                .endsWith(" of a fox"));
    }

    private static JsonNode parse(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }

    private String encode(String message, Map<String, String> mdc, @Nullable Throwable thrown, Object... arguments) {
        Logger logger = context.getLogger("dev.easel.host.task.TaskRunner");
        LoggingEvent event = new LoggingEvent("test", logger, Level.INFO, message, thrown, arguments);
        event.setInstant(Instant.parse("2026-11-22T10:00:00.120Z"));
        event.setMDCPropertyMap(mdc);
        event.setThreadName("run");
        return new String(new JsonEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
