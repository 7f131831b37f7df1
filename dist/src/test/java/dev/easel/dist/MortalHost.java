package dev.easel.dist;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A host that is killed and started again, always with the same port and data. */
final class MortalHost implements Mortal, AutoCloseable {
    private final UnaryOperator<EaselCommand> surroundings;
    private final Path data;
    private final int port;
    private final List<EaselProcess> lives = new ArrayList<>();

    MortalHost(Path data, UnaryOperator<EaselCommand> surroundings) throws IOException {
        this.data = data;
        this.surroundings = surroundings;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void start() throws IOException {
        lives.add(surroundings
                .apply(EaselCommand.easel("serve", "--port", Integer.toString(port), "--data", data.toString())
                        .with("EASEL_LIMITS", "false"))
                .start());
    }

    @Override
    public void awaitReady() {
        process().awaitReady();
    }

    @Override
    public void kill() {
        process().kill();
    }

    EaselProcess process() {
        return lives.get(lives.size() - 1);
    }

    /** Returns what it has logged in all its lives that mentions a text. */
    List<String> logged(String text) {
        return lives.stream().flatMap(life -> life.logged(text).stream()).toList();
    }

    /** Asks the running host what it knows of all tasks. */
    List<TaskLine> tasks() throws IOException, InterruptedException {
        return run("task", "list").stream().skip(1).map(TaskLine::parse).toList();
    }

    /** Asks the running host for everything about one task, by name. */
    Map<String, String> show(long id) throws IOException, InterruptedException {
        return run("task", "show", Long.toString(id)).stream()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        EaselCommand.Result result = surroundings
                .apply(EaselCommand.easel(command).and("--data", data.toString()))
                .run();
        assertEquals(0, result.status(), () -> "exit status; stderr " + result.err());
        return result.out();
    }

    @Override
    public void close() {
        lives.forEach(EaselProcess::close);
    }
}
