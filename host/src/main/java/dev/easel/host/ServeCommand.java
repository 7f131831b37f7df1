package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.control.ControlHandler;
import dev.easel.host.control.ControlServer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/** {@code easel serve}: runs the host until the process is asked to stop. */
final class ServeCommand implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final ConfigLoader loader;
    private final Engine engine;
    private final StopSignal stop;
    private final Terminal terminal;

    ServeCommand(ConfigLoader loader, Engine engine, StopSignal stop, Terminal terminal) {
        this.loader = loader;
        this.engine = engine;
        this.stop = stop;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException, InterruptedException {
        EaselConfig config = Options.config(arguments, loader);
        stop.arm();
        try (RunningHost host = engine.start(config);
                Closeable control = openControl(config.folders().data(), host)) {
            terminal.result("Easel is ready: " + address(config.listen().bind(), host.port()));
            stop.await();
        } catch (IOException unclosed) {
            LOG.warn("The control socket was not closed: {}", unclosed.toString());
        }
        return 0;
    }

    private static String address(String bind, int port) {
        return "http://" + (bind.contains(":") ? "[" + bind + "]" : bind) + ":" + port;
    }

    /** A host without a control socket serves as well; only commands cannot reach it. */
    private static Closeable openControl(Path data, RunningHost host) {
        try {
            Map<String, ControlHandler> handlers = new HashMap<>(TaskControl.handlers(host.tasks()));
            handlers.putAll(PluginControl.handlers(host::plugins));
            handlers.putAll(UserControl.handlers(host.users()));
            return ControlServer.open(data, handlers);
        } catch (IOException unusable) {
            LOG.warn("Commands such as easel task list cannot reach this host: {}", unusable.toString());
            return () -> {};
        }
    }
}
