package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs commands with captured streams. */
final class CommandLineFixture {
    final FakeEngine engine = new FakeEngine();
    final Path home;
    final Map<String, String> environment = new HashMap<>();
    boolean terminal;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandLineFixture(Path home) {
        this.home = home;
    }

    int run(String... arguments) {
        StopSignal atOnce = new StopSignal() {
            @Override
            public void arm() {}

            @Override
            public void await() {}
        };
        return run(atOnce, arguments);
    }

    int run(StopSignal stop, String... arguments) {
        out.reset();
        err.reset();
        Terminal captured = new Terminal(stream(out), stream(err), terminal, home);
        return new Easel(new ConfigLoader(home, home, environment), engine, stop, captured).run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<String> errLines() {
        return err().lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
