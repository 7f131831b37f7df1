package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import java.nio.file.Path;
import java.util.Map;

/** A process that serves nothing but starts and stops as Easel does. */
final class ServingProcess {

    private ServingProcess() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        JvmStopSignal stop = new JvmStopSignal();
        Terminal terminal = new Terminal(System.out, System.err, false, folder);
        stop.exit(new Easel(new ConfigLoader(folder, folder, Map.of()), new FakeEngine(), stop, terminal)
                .run("serve", "--port", arguments[1]));
    }
}
