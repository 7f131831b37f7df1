package dev.easel.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A host in a process of its own, on a free port, with what it writes to stderr. */
final class EaselProcess implements AutoCloseable {
    private static final String READY = "Easel is ready: ";

    private final Process process;
    private final Path stderr;
    private final URI address;

    private EaselProcess(Process process, Path stderr, URI address) {
        this.process = process;
        this.stderr = stderr;
        this.address = address;
    }

    /** Starts a host whose folders are below a folder; its plugins lie in {@code plugins}. */
    static EaselProcess serve(Path folder, Map<String, String> environment) throws IOException {
        Path stderr = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Deasel.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Easel.class.getName(),
                        "--port",
                        "0")
                .redirectError(stderr.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        if (line == null || !line.startsWith(READY)) {
            process.destroyForcibly();
            throw new AssertionError("Not ready: " + line + "\n" + Files.readString(stderr));
        }
        return new EaselProcess(process, stderr, URI.create(line.substring(READY.length())));
    }

    URI address() {
        return address;
    }

    /** What it logged so far. */
    List<String> log() {
        try {
            return Files.readAllLines(stderr);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
