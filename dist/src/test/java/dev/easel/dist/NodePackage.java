package dev.easel.dist;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A server of the npm registry, of one fixed version.
 *
 * <p>A test that asks for one is skipped where Node is not installed or the registry not reachable.
 */
final class NodePackage {
    private static final long PATIENCE_SECONDS = 120;

    private final Path script;

    private NodePackage(Path script) {
        this.script = script;
    }

    /** Installs a package beside the distribution, unless an earlier build did. */
    static NodePackage installed(String name, String version, String script) throws IOException, InterruptedException {
        assumeTrue(canRun("node") && canRun("npm"), "Skipped: Node is not installed, which runs " + name);
        Path folder = Distribution.home().resolveSibling("node-" + name.replaceAll("[^a-z]+", "-") + "-" + version);
        Path file = folder.resolve("node_modules").resolve(name).resolve(script);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            int status = run(List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--prefix",
                    folder.toString(),
                    name + "@" + version));
            assumeTrue(status == 0, "Skipped: npm could not install " + name + " " + version);
        }
        return new NodePackage(file);
    }

    /** Starts the server on a free port, with these arguments besides the port. */
    Running start(String... arguments) throws IOException {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of("node", script.toString(), "--port", Integer.toString(port)));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Running running = new Running(process, port);
        await("the outside server").atMost(Duration.ofSeconds(30)).until(running::answers);
        return running;
    }

    /** A server that runs until it is closed. */
    record Running(Process process, int port) implements AutoCloseable {
        private boolean answers() {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static boolean canRun(String program) throws InterruptedException {
        try {
            return run(List.of(program, "--version")) == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static int run(List<String> words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!ended || process.exitValue() != 0) {
                System.out.println(said);
            }
            return ended ? process.exitValue() : 1;
        } finally {
            process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
