package dev.easel.host.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;

/**
 * Sets Logback up in code, which costs less at start-up than reading XML.
 *
 * <p>Logback finds it as a service. Events from INFO on go to stderr, of chatty libraries those from WARN on.
 */
public final class LoggingConfigurator extends ContextAwareBase implements Configurator {
    private static final List<String> CHATTY =
            List.of("com.zaxxer.hikari", "io.javalin", "org.eclipse.jetty", "org.flywaydb", "org.pf4j");

    private static final List<String> MALFORMED_REQUESTS =
            List.of("org.eclipse.jetty.http.HttpParser", "org.eclipse.jetty.util.HostPort");

    /** Makes one; for Logback. */
    public LoggingConfigurator() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setName(LogOutput.STDERR);
        stderr.setTarget("System.err");
        stderr.setEncoder(LogOutput.started(LogFormat.TEXT, stderr));
        stderr.start();
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(stderr);
        CHATTY.forEach(name -> context.getLogger(name).setLevel(Level.WARN));
        // They warn of every request that is none; the client is told.
        MALFORMED_REQUESTS.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
        // It logs what it throws, and what it throws is logged with the jar's name and advice.
        context.getLogger("org.pf4j.AbstractPluginManager").setLevel(Level.OFF);
        context.addTurboFilter(new FloodFilter(System::nanoTime));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
