package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A command line to be run as a process of its own, as an administrator would give it. */
final class EaselCommand {
    private final ProcessBuilder builder;

    private EaselCommand(List<String> words) {
        builder = new ProcessBuilder(words);
        environment().keySet().removeIf(name -> name.startsWith("EASEL_") || name.equals("JAVA_TOOL_OPTIONS"));
        environment().put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** Begins a command of the unpacked distribution, on the Java that runs the tests. */
    static EaselCommand easel(String... arguments) {
        return program(Distribution.launcher(), arguments);
    }

    /** Begins a host on a free port, with its data in a folder and without limits. */
    static EaselCommand host(Path data, String... arguments) {
        return easel("serve", "--port", "0", "--data", data.toString())
                .and(arguments)
                .with("EASEL_LIMITS", "false");
    }

    /** Begins a command of another program. */
    static EaselCommand program(Path program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(List.of(arguments));
        return new EaselCommand(words);
    }

    EaselCommand and(String... arguments) {
        builder.command().addAll(List.of(arguments));
        return this;
    }

    EaselCommand with(String variable, String value) {
        environment().put(variable, value);
        return this;
    }

    EaselCommand without(String variable) {
        environment().remove(variable);
        return this;
    }

    /** Takes every variable away but JAVA_HOME. */
    EaselCommand withNothingButJava() {
        environment().keySet().removeIf(name -> !name.equals("JAVA_HOME"));
        return this;
    }

    EaselCommand in(Path workingFolder) {
        builder.directory(workingFolder.toFile());
        return this;
    }

    /** Starts it and leaves it running. */
    EaselProcess start() throws IOException {
        return new EaselProcess(builder.start());
    }

    /** Runs it to its end. */
    Result run() throws IOException, InterruptedException {
        try (EaselProcess process = start()) {
            return process.awaitEnd();
        }
    }

    private Map<String, String> environment() {
        return builder.environment();
    }

    /**
     * How a command ended.
     *
     * @param status the exit status
     * @param out the lines on stdout
     * @param err the lines on stderr
     */
    record Result(int status, List<String> out, List<String> err) {
        boolean errMentions(String... words) {
            return err.stream().anyMatch(line -> List.of(words).stream().allMatch(line::contains));
        }
    }
}
