package dev.easel.host.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

import static org.junit.jupiter.api.Assertions.assertEquals;

final class FloodFilterTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final LoggerContext context = new LoggerContext();
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    FloodFilterTest() {
        written.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(written);
        context.addTurboFilter(new FloodFilter(nanoTime::get));
    }

    private void log(String logger, int lines) {
        for (int i = 0; i < lines; i++) {
            context.getLogger(logger).info("Line {}", i);
        }
    }

    @Test
    void aHundredLinesASecondPass() {
        log("plugin.chatty", 250);
        assertEquals(100, written.list.size());

        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1));
        log("plugin.chatty", 30);

        assertEquals(130, written.list.size());
    }

    @Test
    void oneFloodLeavesTheOthersAlone() {
        log("plugin.chatty", 250);
        log("plugin.quiet", 20);
        log("dev.easel.host.task.TaskRunner", 300);

        assertEquals(420, written.list.size());
    }

    @Test
    void thePluginsThreadsCountTogetherWhateverLoggersTheyUse() throws InterruptedException {
        for (int i = 1; i <= 5; i++) {
            String logger = "any.logger" + i;
            Thread thread = new Thread(() -> log(logger, 50), "plugin-chatty-" + i);
            thread.start();
            thread.join();
        }

        assertEquals(100, written.list.size());
    }

    @Test
    void linesBelowTheLevelDoNotCount() {
        context.getLogger("plugin.chatty").setLevel(ch.qos.logback.classic.Level.WARN);
        log("plugin.chatty", 200);
        context.getLogger("plugin.chatty").warn("At last");

        assertEquals(1, written.list.size());
    }
}
