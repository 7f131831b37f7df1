package dev.easel.host.provider;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plugins that leave something behind which keeps their classes in memory: the log says what it is. */
class PinnedLoadersTest {
    private static final Logger LOG = (Logger) LoggerFactory.getLogger(UnloadedLoaders.class);

    private final Messages messages = new Messages();
    private PluginHostBench bench;

    private static final class Messages extends AppenderBase<ILoggingEvent> {
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            all.add(event.getFormattedMessage());
        }
    }

    @BeforeEach
    void prepare(@TempDir Path folder) {
        bench = new PluginHostBench(folder);
        messages.start();
        LOG.addAppender(messages);
    }

    @AfterEach
    void close() {
        LOG.detachAppender(messages);
        bench.close();
    }

    /** What a provider does in its constructor, and how the log names it. */
    private record Leftover(String name, String statements, String pin) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Leftover> leftovers() {
        String untilTheTestEnds = "Thread t = new Thread(() -> {"
                + " while (context.manager().hasProviders()) { try { Thread.sleep(5); } catch (InterruptedException e) { } }"
                + " }, \"stayer\"); t.setDaemon(true); t.start();";
        return Stream.of(
                new Leftover("thread", untilTheTestEnds, "the thread stayer (end it in close())"),
                new Leftover(
                        "timer",
                        "new Timer(\"ticker\", true).schedule(new TimerTask() {"
                                + " @Override public void run() { if (!context.manager().hasProviders()) { cancel(); } } },"
                                + " 1_000_000);",
                        "the thread ticker of a java.util.Timer (cancel it in close())"),
                new Leftover(
                        "shutdown hook",
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, \"last-words\"));",
                        "the shutdown hook last-words (use close() instead"),
                new Leftover(
                        "JDBC driver",
                        "try { java.sql.DriverManager.registerDriver(new zoo.Driver()); }"
                                + " catch (java.sql.SQLException e) { throw new IllegalStateException(e); }",
                        "the JDBC driver zoo.Driver (call DriverManager.deregisterDriver in close())"),
                new Leftover(
                        "ThreadLocal",
                        "var set = new java.util.concurrent.CountDownLatch(1);"
                                + " java.util.concurrent.CompletableFuture.delayedExecutor("
                                + " 1, java.util.concurrent.TimeUnit.MILLISECONDS, Runnable::run).execute(() -> {"
                                + " new ThreadLocal<Object>().set(new Object() {}); set.countDown(); });"
                                + " try { set.await(); } catch (InterruptedException e) {"
                                + " throw new IllegalStateException(e); }",
                        "a ThreadLocal with zoo.Leaver$1 in it on the thread "));
    }

    private static final String DRIVER = """
            package zoo;

            import java.sql.*;
            import java.util.*;
            import java.util.logging.Logger;

            public class Driver implements java.sql.Driver {
                @Override public Connection connect(String url, Properties info) { return null; }
                @Override public boolean acceptsURL(String url) { return false; }
                @Override public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) { return null; }
                @Override public int getMajorVersion() { return 1; }
                @Override public int getMinorVersion() { return 0; }
                @Override public boolean jdbcCompliant() { return false; }
                @Override public Logger getParentLogger() { return null; }
            }
            """;

    @ParameterizedTest
    @MethodSource("leftovers")
    void whatKeepsThePluginInMemoryIsNamed(Leftover leftover) throws Exception {
        bench.journal.switchOn(true);
        bench.drop(
                        "leaver",
                        TestPluginJar.of("leaver")
                                .provider("Leaver", "leaver", "{ " + leftover.statements() + " }")
                                .source("zoo.Driver", DRIVER))
                .watch();
        assertTrue(bench.provider("leaver").readiness().isReady());

        bench.remove("leaver");

        await().untilAsserted(() -> assertTrue(
                messages.all.stream()
                        .anyMatch(message -> message.startsWith("Plugin leaver 1.0.0 was unloaded, but its classes")
                                && message.contains(leftover.pin())),
                () -> messages.all.toString()));
        bench.journal.switchOn(false);
    }
}
