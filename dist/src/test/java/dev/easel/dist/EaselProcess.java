package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A command that runs; closing it kills what is left of it. */
final class EaselProcess implements AutoCloseable {
    private static final String READY = "Easel is ready: ";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Lines out;
    private final Lines err;

    EaselProcess(Process process) {
        this.process = process;
        out = new Lines(process.getInputStream());
        err = new Lines(process.getErrorStream());
    }

    /** Waits until the host serves and returns its address. */
    URI awaitReady() {
        await("Easel is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .failFast(this::requireAlive)
                .until(() -> out.startingWith(READY).isPresent());
        return URI.create(out.startingWith(READY).orElseThrow().substring(READY.length()));
    }

    /** Asks it to stop, as a supervisor does. */
    EaselCommand.Result terminate() throws InterruptedException {
        // Process.destroy would close the streams.
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** Sends a signal, such as {@code STOP}. */
    void signal(String name) throws IOException, InterruptedException {
        EaselCommand.Result kill = EaselCommand.program(Path.of("kill"), "-" + name, Long.toString(process.pid()))
                .run();
        assertEquals(0, kill.status(), () -> "kill: " + kill.err());
    }

    EaselCommand.Result awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end; stdout " + out.soFar() + ", stderr " + err.soFar());
        }
        return new EaselCommand.Result(process.exitValue(), out.all(), err.all());
    }

    private void requireAlive() throws InterruptedException {
        if (!process.isAlive() && out.startingWith(READY).isEmpty()) {
            throw new AssertionError("It ended with status " + process.exitValue() + ": " + err.all());
        }
    }

    /** Returns what it has logged so far that mentions a text. */
    List<String> logged(String text) {
        return err.soFar().stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
