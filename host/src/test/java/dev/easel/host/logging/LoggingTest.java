package dev.easel.host.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class LoggingTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void anEventIsOneLine() {
        assertEquals(
                "2026-11-22T10:00:00.123Z INFO TaskRunner: Ran 3 images\n", encode("Ran {} images", Map.of(), null, 3));
    }

    @Test
    void theRequestAndTheTaskAreShown() {
        assertEquals(
                "2026-11-22T10:00:00.123Z INFO request=r1 task=42 TaskRunner: Done\n",
                encode("Done", Map.of(LogContext.TASK, "42", LogContext.REQUEST, "r1", "other", "x"), null));
    }

    @Test
    void noMessageForgesALine() {
        String forged = "x\n2026-11-22T10:00:00.123Z ERROR Forged: y\r\u2028\u0085\u001b[2J\u202e";
        String text = encode("Said {}", Map.of(LogContext.REQUEST, forged), null, forged);
        assertEquals(1, text.lines().count(), text);
        assertFalse(text.contains("\u001b"));
        assertFalse(text.contains("\u202e"));
        assertTrue(
                text.contains("\\n2026-11-22T10:00:00.123Z ERROR Forged: y\\r\\u2028\\u0085\\u001b[2J\\u202e"), text);
    }

    @Test
    void anExceptionIsOneIndentedStack() {
        Exception cause = new IllegalStateException("no\nline");
        Exception thrown = new IllegalArgumentException("outer", cause);
        thrown.addSuppressed(new RuntimeException("beside"));
        List<String> lines = encode("Failed", Map.of(), thrown).lines().toList();
        assertEquals("    java.lang.IllegalArgumentException: outer", lines.get(1));
        assertTrue(lines.get(2).startsWith("        at dev.easel.host.logging.LoggingTest"), lines.get(2));
        assertTrue(lines.contains("        Suppressed: java.lang.RuntimeException: beside"), lines::toString);
        assertTrue(lines.contains("    Caused by: java.lang.IllegalStateException: no\\nline"), lines::toString);
        assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("    ")), lines::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ein roter Fuchs", "狐", "🦊", "ثعلب أحمر", "C:\\new"})
    void textsOfAllLanguagesStayAsTheyAre(String text) {
        assertEquals(text, ControlCharacters.escape(text));
    }

    @Test
    void loneSurrogatesAreEscapedAndPairsAreNot() {
        assertEquals("\\ud83e🦊\\n", ControlCharacters.escape("\ud83e🦊\n"));
    }

    @Test
    void theHostSetsLogbackUp() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertEquals(Level.INFO, root.getLevel());
        assertEquals("System.err", ((ConsoleAppender<?>) root.getAppender("stderr")).getTarget());
        assertFalse(LoggerFactory.getLogger("org.flywaydb.core").isInfoEnabled());
        assertTrue(LoggerFactory.getLogger("org.flywaydb.core").isWarnEnabled());
        assertFalse(LoggerFactory.getLogger("org.pf4j.AbstractPluginManager").isErrorEnabled());
        assertTrue(LoggerFactory.getLogger("dev.easel.host").isInfoEnabled());
    }

    private String encode(String message, Map<String, String> mdc, @Nullable Throwable thrown, Object... arguments) {
        Logger logger = context.getLogger("dev.easel.host.task.TaskRunner");
        LoggingEvent event = new LoggingEvent("test", logger, Level.INFO, message, thrown, arguments);
        event.setInstant(Instant.parse("2026-11-22T10:00:00.123Z"));
        event.setMDCPropertyMap(mdc);
        return new String(new TextEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
